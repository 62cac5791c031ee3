/** The registry's REST API: routes, requests and answers in Confluent's JSON. */
@NullMarked
package io.onsale.standalone.registry.http;

import org.jspecify.annotations.NullMarked;
