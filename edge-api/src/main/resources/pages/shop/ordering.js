import { once } from '../kit/once.js';
import { call } from '../kit/session.js';

/** Orders what is held. A key per attempt: what was refused may be tried again, and what got no answer is found. */
export function order(reservationId, wanted) {
  const body = { reservation_id: reservationId, ...wanted };
  return once('order', body, (key) => call('POST', '/api/orders', { body, key }));
}
