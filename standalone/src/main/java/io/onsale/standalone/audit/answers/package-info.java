/**
 * Invariant 6: every accepted answer is in the log, and the same idempotency key always had the same answer.
 *
 * <p>Clients keep a journal of the answers they got, one JSON object a line ({@link io.onsale.standalone.audit.answers.Answer}).
 * {@link io.onsale.standalone.audit.answers.AnswersInLog} turns each accepted answer into what the log must say, and strikes it out where the log does.
 */
@NullMarked
package io.onsale.standalone.audit.answers;

import org.jspecify.annotations.NullMarked;
