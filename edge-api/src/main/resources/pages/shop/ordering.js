import { Problem } from '../api.js';
import { keyOf, settled } from '../kit/once.js';
import { call } from '../kit/session.js';

/** Orders what is held. A key per attempt: what was refused may be tried again, and what got no answer is found. */
export async function order(reservationId, wanted) {
  const body = { reservation_id: reservationId, ...wanted };
  try {
    const made = await call('POST', '/api/orders', { body, key: keyOf('order', body) });
    settled('order');
    return made;
  } catch (problem) {
    if (problem instanceof Problem && problem.status < 500 && problem.code !== 'request_in_flight') {
      settled('order');
    }
    throw problem;
  }
}
