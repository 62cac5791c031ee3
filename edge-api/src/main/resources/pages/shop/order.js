import { el, fill } from '../kit/dom.js';
import { Notices } from '../kit/notices.js';
import { event as read, loading, main, part, path, show, start, way } from '../kit/page.js';
import { dropPlace } from '../kit/places.js';
import { call, who } from '../kit/session.js';
import { tab } from '../kit/store.js';
import { t as commonTexts } from '../kit/texts.js';
import { t } from './order-texts.js';
import * as words from '../words.js';
import { cancelling } from './cancelling.js';
import { chooseAgain } from './choosing.js';
import { code, sent } from './code.js';
import { deposit } from './deposit.js';
import { receipt, tickets } from './tickets.js';

const SOON = 1_000;
const LATER = 4_000;

const id = part(2);
const notices = new Notices();
const body = el('div', { class: 'stack' });

let event = null;
let whereCode = [t.codeHint];
let shown = '';
let next = null;
let failed = false;

/** Shows an order as it is now, and looks again as long as something may still come of it by itself. */
async function follow() {
  const order = await call('GET', `/api${path('orders', id)}`);
  event ??= await read(order.event_id);
  if (order.verification?.kind === 'code') {
    whereCode = await sent().catch(() => whereCode);
  }
  tell(order);
  clearTimeout(next);
  if (order.status === 'payment_pending') {
    next = setTimeout(look, order.deposit ? LATER : SOON);
  }
}

/** Looks again, however often that fails. */
async function look() {
  try {
    await follow();
    if (failed) {
      notices.clear();
    }
    failed = false;
  } catch (problem) {
    if (!failed) {
      notices.problem(problem);
    }
    failed = true;
    next = setTimeout(look, LATER);
  }
}

function tell(order) {
  const now = JSON.stringify(order);
  if (now === shown) {
    return;
  }
  shown = now;
  document.title = `${t.statusOf(order)} · ${event.title}`;
  const performance = event.performances.find((each) => each.performance_id === order.performance_id);
  if (order.status === 'confirmed' && tab.get('ordered') === id) {
    tab.remove('ordered');
    dropPlace(order.event_id);
  }
  fill(
    body,
    head(order, performance),
    (VIEWS[order.status] ?? (() => []))(order),
    order.tickets?.length > 0 && tickets(order, event, performance),
    order.receipt && receipt(order),
    order.cancellations?.length > 0 && history(order),
    order.tickets?.length > 0 && cancelling(order, { notices, done: refresh }),
  );
}

async function refresh() {
  await follow();
  main.focus();
}

function head(order, performance) {
  const [title, ...hints] = {
    payment_pending: order.deposit ? [t.deposit, t.depositHint] : [t.pending, t.pendingHint],
    verification_required: order.verification?.kind === 'challenge' ? [t.challenge, t.challengeHint] : [t.code, ...whereCode],
    confirmed: [t.confirmed, who()?.guest ? t.confirmedGuest : t.confirmedHint],
    refused: [t.refused, t.refusals[order.refusal?.code] ?? order.refusal?.detail],
    cancelled: order.cancellations?.at(-1)?.by === 'organizer' ? [t.calledOff, t.calledOffHint] : [t.cancelled],
  }[order.status];
  return el(
    'section',
    { class: 'card outcome', 'data-status': order.status, role: 'status' },
    order.status === 'payment_pending' && !order.deposit && el('div', { class: 'turning', 'aria-hidden': 'true' }),
    el('h1', {}, title),
    hints.filter(Boolean).map((hint) => el('p', {}, hint)),
    el('p', { class: 'quiet-text' }, el('a', { href: path('events', order.event_id) }, event.title), performance && ` · ${words.date(performance.starts_at)} ${performance.label}`),
    el('p', { class: 'booking-number' }, el('span', {}, t.booking), el('b', { id: 'booking' }, order.booking_number)),
  );
}

const VIEWS = {
  payment_pending: (order) => order.deposit && [deposit(order), withdraw(order)],
  verification_required: (order) => code(order, { notices, done: follow }),
  refused: (order) => el('p', { class: 'actions' }, wayOn(order)),
};

/** What is left to do after a refusal: only one that leaves the places where they are leads back to the checkout. */
function wayOn({ refusal, event_id: event, performance_id: performance, reservation_id: reservation, receipt: priced }) {
  if (refusal?.code === 'not_eligible') {
    return way(t.toCheckout, path('checkout', reservation));
  }
  if (performance === undefined || refusal?.code === 'performance_cancelled') {
    return way(t.seatsAgain, path('events', event));
  }
  return chooseAgain(t.seatsAgain, event, performance, priced.lines.map((line) => line.seat_id).filter(Boolean));
}

function withdraw(order) {
  return cancelling(order, { notices, done: refresh });
}

function history(order) {
  return el(
    'section',
    { class: 'card', 'aria-labelledby': 'history' },
    el('h2', { id: 'history' }, t.history),
    el(
      'ul',
      { class: 'bill' },
      order.cancellations.map(({ ticket_ids: ids, refund, fee, by, refund_status: status }) =>
        el(
          'li',
          {},
          el('span', {}, commonTexts.tickets(ids.length), by === 'organizer' && ` ${t.byOrganizer}`),
          el('small', {}, fee > 0 && `${t.keptFee}: ${words.price(fee, order.currency)} · `, status === 'settled' ? t.refundSettled : t.refundPending),
          el('b', {}, words.price(refund, order.currency)),
        ),
      ),
    ),
  );
}

start(async () => {
  loading();
  await follow();
  show(`${t.title} · ${event.title}`, el('div', { class: 'order stack' }, notices.element, body));
});
