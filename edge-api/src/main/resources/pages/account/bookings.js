import { send } from '../api.js';
import { el, fill } from '../kit/dom.js';
import { busy, complete, field } from '../kit/fields.js';
import { Notices } from '../kit/notices.js';
import { event as read, path, show, start, way } from '../kit/page.js';
import { who } from '../kit/session.js';
import { tab } from '../kit/store.js';
import { t as commonTexts } from '../kit/texts.js';
import { t as orderTexts } from '../shop/order-texts.js';
import { t } from './bookings-texts.js';
import * as words from '../words.js';
import { deposit } from '../shop/deposit.js';
import { receipt, tickets } from '../shop/tickets.js';

const notices = new Notices();
const found = el('div', { class: 'stack', tabindex: -1 });

async function find(number, contact) {
  notices.clear();
  fill(found);
  try {
    const order = await send('GET', `/api/bookings/lookup?${new URLSearchParams({ booking_number: number, contact })}`);
    const event = await read(order.event_id);
    const performance = event.performances.find((each) => each.performance_id === order.performance_id);
    const manage = (kind) => `/login?${new URLSearchParams({ next: path('orders', order.order_id) })}#${kind}`;
    tab.set('contact', contact); // Not in the address, which is kept in histories and logs.
    fill(
      found,
      el(
        'section',
        { class: 'card outcome', 'data-status': order.status, role: 'status' },
        el('h2', {}, orderTexts.statusOf(order)),
        el('p', { class: 'quiet-text' }, el('a', { href: path('events', order.event_id) }, event.title), performance && ` · ${words.date(performance.starts_at)}`),
        el('p', { class: 'booking-number' }, el('span', {}, orderTexts.booking), el('b', {}, order.booking_number)),
      ),
      order.status === 'payment_pending' && order.deposit && [el('p', { class: 'quiet-text' }, orderTexts.depositHint), deposit(order)],
      order.tickets?.length > 0 && tickets(order, event, performance),
      order.receipt && receipt(order),
      el('section', { class: 'card' }, el('p', { class: 'quiet-text' }, orderTexts.manageHint), el('p', { class: 'actions' }, who()?.guest === false ? way(orderTexts.open, path('orders', order.order_id), true) : way(commonTexts.logIn, manage('login'), true), way(orderTexts.manage, manage('guest'), true))),
    );
    found.focus();
  } catch (problem) {
    notices.problem(problem);
  }
}

start(() => {
  const number = el('input', { name: 'booking_number', required: true, maxlength: 160, autocomplete: 'off', autocapitalize: 'characters' });
  const contact = el('input', { name: 'contact', required: true, maxlength: 254, autocomplete: 'email' });
  const button = el('button', { class: 'button', type: 'submit' }, t.find);
  const form = el('form', { class: 'card', novalidate: true }, field(t.number, number), field(t.contact, contact), button);
  form.addEventListener('submit', (submitted) => {
    submitted.preventDefault();
    if (complete(form)) {
      busy(button, () => find(number.value.trim(), contact.value.trim()));
    }
  });
  show(t.title, el('div', { class: 'narrow order stack' }, el('header', {}, el('h1', {}, t.title), el('p', { class: 'lead' }, t.lead)), form, notices.element, found));
});
