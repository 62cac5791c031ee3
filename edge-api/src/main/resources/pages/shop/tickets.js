import { el } from '../kit/dom.js';
import { t as commonTexts } from '../kit/texts.js';
import { t } from './order-texts.js';
import { t as seatsTexts } from './seats-texts.js';
import * as words from '../words.js';
import { poster } from './poster.js';
import { special } from './special.js';

/** The tickets of an order, as stubs. */
export function tickets(order, event, performance) {
  const about = { event_id: order.event_id, title: event.title, venue: event.venue, label: performance?.label, booking_number: order.booking_number };
  return el(
    'section',
    { 'aria-labelledby': 'tickets' },
    el('h2', { id: 'tickets', class: 'unseen' }, t.tickets),
    el('ul', { class: 'tickets' }, order.tickets.map((ticket) => stub({ ...ticket, ...about }))),
  );
}

/** One ticket. */
export function stub(ticket, more = null) {
  const facts = [
    [t.section, ticket.section],
    ticket.row && [t.row, ticket.row],
    ticket.number && [t.seat, ticket.number],
    ticket.slot && [t.entry, ticket.slot],
  ].filter(Boolean);
  return el(
    'li',
    { class: 'stub' },
    el('div', { class: 'stub-picture' }, poster(ticket.event_id)),
    el(
      'div',
      { class: 'stub-words' },
      el('p', { class: 'stub-title' }, ticket.title),
      ticket.starts_at && el('p', { class: 'quiet-text' }, [words.date(ticket.starts_at), ticket.label].filter(Boolean).join(' · ')),
      ticket.venue && el('p', { class: 'quiet-text' }, ticket.venue),
      el('dl', {}, facts.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, String(value))))),
      el('p', { class: 'stub-foot' }, el('span', { class: 'pill' }, ticket.grade), ticket.concession && el('span', { class: 'pill' }, called(ticket)), special(ticket.attributes), el('small', {}, ticket.booking_number), more),
    ),
  );
}

/** What its concession is called. */
const called = ({ concession, concession_label }) => concession_label ?? concession;

/** How the price came about, line by line. */
export function receipt(order) {
  const price = (amount) => words.price(amount, order.currency);
  return el(
    'details',
    { class: 'card receipt' },
    el('summary', {}, `${t.bill}: `, el('b', {}, price(order.total))),
    el(
      'ul',
      { class: 'bill' },
      order.receipt.lines.map((line) =>
        el(
          'li',
          {},
          el('span', {}, line.row ? seatsTexts.seatName(line) : [line.section, line.slot].filter(Boolean).join(' · '), el('small', {}, ` ${line.grade} `), special(line.attributes)),
          el(
            'small',
            {},
            [
              `${t.list} ${price(line.list_price)}`,
              line.concession_discount > 0 && `${t.concession(called(line))} −${price(line.concession_discount)}`,
              line.coupon_discount > 0 && `${t.couponOff} −${price(line.coupon_discount)}`,
              line.fee > 0 && `${t.fee} ${price(line.fee)}`,
            ]
              .filter(Boolean)
              .join(' · '),
          ),
          el('b', {}, price(line.price)),
        ),
      ),
    ),
    el('dl', { class: 'sums' }, order.receipt.fees > 0 && [el('dt', {}, commonTexts.fees), el('dd', {}, price(order.receipt.fees))], el('dt', {}, commonTexts.total), el('dd', {}, price(order.receipt.total))),
  );
}
