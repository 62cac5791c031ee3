/**
 * Companies that Onsale talks to, simulated in a process of their own: a payment gateway, a provider of messages, and one that verifies identities.
 *
 * <p>{@link io.onsale.payments.simulator.Simulators} is the process's inside: one HTTP server, one journal, a package for each company. It can be killed at any
 * time: what it answered it has on the disk, and what it still had to do it does after its next start. It shares no code with the clients that
 * talk to it.
 */
@NullMarked
package io.onsale.payments.simulator;

import org.jspecify.annotations.NullMarked;
