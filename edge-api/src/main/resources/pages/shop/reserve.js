import { Problem } from '../api.js';
import { path } from '../kit/page.js';
import { keyOf, settled } from '../kit/once.js';
import { place } from '../kit/places.js';
import { call } from '../kit/session.js';

// After these it is not known whether it was done, so the same key has to find out.
const OPEN = new Set(['deadline_exceeded', 'request_in_flight', 'overloaded', 'log_unavailable', 'stopping']);

/** Holds what is wanted, and goes on to the checkout with it. */
export async function reserve(eventId, performanceId, wanted) {
  const body = { event_id: eventId, performance_id: performanceId, ...wanted };
  const token = place(eventId)?.admission_token;
  try {
    const { reservation_id: id } = await call('POST', '/api/tickets/reserve', {
      body,
      key: keyOf('hold', body),
      headers: token ? { 'X-Admission-Token': token } : {},
    });
    settled('hold');
    location.assign(path('checkout', id));
  } catch (problem) {
    if (problem instanceof Problem && !OPEN.has(problem.code)) {
      settled('hold');
    }
    throw problem;
  }
}
