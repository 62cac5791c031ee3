/** What the command line says to whoever mistypes. */
@NullMarked
package io.onsale.standalone.cli;

import org.jspecify.annotations.NullMarked;
