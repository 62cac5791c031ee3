import { browser } from './store.js';

const name = (eventId) => `place.${eventId}`;

/**
 * The place that somebody has in an event's line from this browser: `{queue_token, sequence, admission_token, expires_at}`, or null.
 */
export function place(eventId) {
  return browser.get(name(eventId));
}

/** Keeps what is new about a place. */
export function keepPlace(eventId, more) {
  browser.set(name(eventId), { ...place(eventId), ...more });
}

export function dropPlace(eventId) {
  browser.remove(name(eventId));
}

/** The admission by which somebody may shop now, or null. */
export function admission(eventId, now) {
  const known = place(eventId);
  return known?.admission_token && Date.parse(known.expires_at) > now ? known : null;
}
