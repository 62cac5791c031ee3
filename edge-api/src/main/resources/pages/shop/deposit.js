import { Countdown } from '../kit/countdown.js';
import { el } from '../kit/dom.js';
import { t } from './order-texts.js';
import * as words from '../words.js';

/** Where the transfer goes that an order waits for, and until when. */
export function deposit(order) {
  const countdown = new Countdown();
  countdown.until(Date.parse(order.deposit.until));
  const fact = (name, value) => [el('dt', {}, name), el('dd', {}, value)];
  return el(
    'section',
    { class: 'card' },
    el('dl', { class: 'facts' }, fact(t.bank, order.deposit.bank), fact(t.account, el('b', {}, order.deposit.account)), fact(t.amount, el('b', {}, words.price(order.total, order.currency))), fact(t.until, words.date(order.deposit.until)), fact(t.timeLeft, countdown.element)),
  );
}
