import { Problem } from '../api.js';
import { confirm } from '../kit/dialog.js';
import { Countdown } from '../kit/countdown.js';
import { el, fill } from '../kit/dom.js';
import { busy } from '../kit/fields.js';
import { Notices } from '../kit/notices.js';
import { refused, settled, unsettled } from '../kit/once.js';
import { clock, event as read, loading, message, methods, part, path, show, start, step, way } from '../kit/page.js';
import { call } from '../kit/session.js';
import { tab } from '../kit/store.js';
import { t as meTexts } from '../account/me-texts.js';
import { t as commonTexts } from '../kit/texts.js';
import { t } from './checkout-texts.js';
import * as words from '../words.js';
import { Bill } from './bill.js';
import { chooseAgain, choosing } from './choosing.js';
import { order } from './ordering.js';
import { Payment } from './payment.js';

const LOOK_AGAIN = 3_000;

const id = part(2);
const notices = new Notices();

function again(hold) {
  return chooseAgain(t.chooseAgain, hold.event_id, hold.performance_id, hold.seats.map((seat) => seat.seat_id));
}

async function find() {
  try {
    return await call('GET', `/api/tickets/status?reservation_id=${encodeURIComponent(id)}`);
  } catch (problem) {
    if (problem instanceof Problem && problem.status === 404) {
      message(t.unknown, t.unknownHint, way(commonTexts.allEvents, '/events'));
      return null;
    }
    throw problem;
  }
}

function ordered({ order_id: made, status }) {
  return Boolean(made) && status !== 'expired' && status !== 'released';
}

/** Goes on to an order that was made just now, with which the way through the waiting room is at its end. */
function arrive(made) {
  settled('order');
  tab.set('ordered', made);
  location.replace(path('orders', made));
}

function gone(hold) {
  const told = hold.status === 'released' ? [t.released, ''] : [t.expired, t.expiredHint];
  message(...told, again(hold), way(commonTexts.allEvents, '/events', true));
}

/** How long what is held is kept, and what can be done about it; nothing is looked at while it is being paid for. */
function keeping(hold, paying) {
  const countdown = new Countdown(() => look());
  countdown.until(Date.parse(hold.expires_at));
  const longer = el('button', { class: 'button quiet small', type: 'button', onclick: () => busy(longer, prolong) }, t.prolong);
  const letGo = el('button', { class: 'button quiet small', type: 'button', onclick: () => busy(letGo, release) }, t.letGo);

  /** What has become of it: another tab may have kept it longer, and an order whose answer was lost may have been made. */
  async function look(again = false) {
    if (paying()) {
      return;
    }
    try {
      const now = await find();
      if (paying()) {
        return;
      }
      countdown.stop();
      if (now === null) {
        return;
      }
      if (ordered(now)) {
        arrive(now.order_id);
      } else if (now.status === 'held' && Date.parse(now.expires_at) > clock.now()) {
        countdown.until(Date.parse(now.expires_at));
      } else {
        gone(now);
      }
    } catch (problem) {
      if (!again) {
        notices.problem(problem);
      }
      if (!refused(problem)) {
        setTimeout(() => look(true), LOOK_AGAIN);
      }
    }
  }

  async function prolong() {
    try {
      const { expires_at: until } = await call('POST', `/api${path('reservations', id, 'extend')}`);
      countdown.until(Date.parse(until));
      notices.tell('good', t.prolonged);
      longer.disabled = true;
    } catch (problem) {
      longer.disabled = problem.code === 'already_extended';
      notices.problem(problem);
    }
  }

  async function release() {
    if (await confirm({ title: t.letGoTitle, body: t.letGoBody, yes: t.letGoYes })) {
      try {
        await call('DELETE', `/api${path('reservations', id)}`);
        countdown.stop();
        location.assign(choosing(hold.event_id, hold.performance_id));
      } catch (problem) {
        notices.problem(problem);
      }
    }
  }

  return { countdown, look, element: el('div', { class: 'card time' }, el('span', {}, t.kept), countdown.element, el('p', { class: 'actions' }, longer, letGo)) };
}

function page(event, hold, possible) {
  const payment = new Payment(possible, () => tell());
  const bill = new Bill(event, hold, { onChange: () => tell(), onProblem: (problem) => notices.problem(problem, ...ways(problem, hold)) });
  const button = el('button', { class: 'button large', type: 'submit', id: 'order' });
  const tell = () => fill(button, bill.coupon.settled ? payment.words(bill.price) : bill.coupon.refused ? t.couponWrong : t.couponFirst);
  const kept = keeping(hold, () => button.getAttribute('aria-busy') === 'true');
  const pay = async () => {
    notices.clear();
    try {
      if (!bill.coupon.settled) {
        await bill.coupon.apply(); // And no more: nobody pays a price that was not shown.
        return true;
      }
      const { order_id: made } = await order(id, { ...bill.wanted(), payment: payment.wanted() });
      kept.countdown.stop();
      arrive(made);
      return true;
    } catch (problem) {
      notices.problem(problem, ...ways(problem, hold));
      return false;
    }
  };
  const submit = async (submitted) => {
    submitted.preventDefault();
    if ((await busy(button, pay)) === false) {
      await kept.look();
    }
  };
  tell();
  const performance = event.performances.find((each) => each.performance_id === hold.performance_id);
  show(
    `${t.title} · ${event.title}`,
    el('header', { class: 'shop-head' }, el('div', {}, el('h1', {}, t.title), el('p', { class: 'lead' }, el('a', { href: path('events', event.event_id) }, event.title), ` · ${words.date(performance.starts_at)} ${performance.label}`)), kept.element),
    notices.element,
    el('form', { class: 'two checkout', novalidate: true, onsubmit: submit }, el('div', { class: 'stack' }, bill.element), el('div', { class: 'stack sticky' }, el('section', { class: 'card form' }, payment.element, button))),
  );
}

function ways({ code }, hold) {
  switch (code) {
    case 'reservation_ended':
      return [again(hold)];
    case 'identity_required':
      return [way(meTexts.verify, '/me')];
    case 'guest_has_booked':
      return [way(commonTexts.asGuest, '/login#guest')];
    default:
      return [];
  }
}

start(async () => {
  loading();
  const hold = await find();
  if (hold === null) {
    return;
  }
  if (unsettled('order')?.reservation_id === id && ordered(hold)) {
    arrive(hold.order_id); // The answer was lost, and the page loaded again.
    return;
  }
  if (ordered(hold)) {
    location.replace(path('orders', hold.order_id));
    return;
  }
  const [event, possible] = await Promise.all([read(hold.event_id), methods()]);
  if (hold.status !== 'held') {
    gone(hold);
    return;
  }
  step('payment_details', hold.event_id);
  page(event, hold, possible);
});
