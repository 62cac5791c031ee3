import { path } from '../kit/page.js';
import { once } from '../kit/once.js';
import { place } from '../kit/places.js';
import { call } from '../kit/session.js';

/** Holds what is wanted, and goes on to the checkout with it. */
export async function reserve(eventId, performanceId, wanted) {
  const body = { event_id: eventId, performance_id: performanceId, ...wanted };
  const token = place(eventId)?.admission_token;
  const headers = token ? { 'X-Admission-Token': token } : {};
  const { reservation_id: id } = await once('hold', body, (key) => call('POST', '/api/tickets/reserve', { body, key, headers }));
  location.assign(path('checkout', id));
}
