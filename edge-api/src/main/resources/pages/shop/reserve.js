import { path } from '../kit/page.js';
import { once, unsettled } from '../kit/once.js';
import { place } from '../kit/places.js';
import { call } from '../kit/session.js';

/** What was asked for of a performance and may be held by now, though no answer came; null otherwise. */
export function asked(performanceId) {
  const body = unsettled('hold');
  return body?.performance_id === performanceId ? body : null;
}

/** Holds what is wanted, and goes on to the checkout with it. */
export async function reserve(eventId, performanceId, wanted) {
  const body = { event_id: eventId, performance_id: performanceId, ...wanted };
  const token = place(eventId)?.admission_token;
  const headers = token ? { 'X-Admission-Token': token } : {};
  const { reservation_id: id } = await once('hold', body, (key) => call('POST', '/api/tickets/reserve', { body, key, headers }));
  location.assign(path('checkout', id));
}
