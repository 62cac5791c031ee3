import { confirm } from '../kit/dialog.js';
import { el } from '../kit/dom.js';
import { busy, tick } from '../kit/fields.js';
import { path } from '../kit/page.js';
import { once } from '../kit/once.js';
import { call } from '../kit/session.js';
import { t as commonTexts } from '../kit/texts.js';
import { t } from './order-texts.js';
import { t as seatsTexts } from './seats-texts.js';
import * as words from '../words.js';

/** Gives back an order or some of its tickets; what that costs is shown before it is done. */
export function cancelling(order, { notices, done }) {
  const owned = order.tickets ?? [];
  const boxes = owned.map((ticket) => ({ ticket, ...tick(name(ticket), { checked: owned.length === 1 }) }));
  const button = el('button', { class: 'button quiet', type: 'submit' }, owned.length > 0 ? t.preview : t.withdraw);
  const trouble = el('small', { class: 'trouble', role: 'alert', hidden: true }, t.chooseTickets);
  const form = el('form', { novalidate: true }, owned.length > 0 && el('p', { class: 'quiet-text' }, t.giveBackHint), boxes.map((box) => box.element), trouble, el('p', { class: 'actions' }, button));
  form.addEventListener('submit', (submitted) => {
    submitted.preventDefault();
    const ids = boxes.filter(({ box }) => box.checked).map(({ ticket }) => ticket.ticket_id);
    trouble.hidden = owned.length === 0 || ids.length > 0;
    if (trouble.hidden) {
      busy(button, () => decide(order, ids, { notices, done }));
    }
  });
  return owned.length > 0 ? el('details', { class: 'card giving-back' }, el('summary', {}, t.giveBack), form) : form;
}

async function decide(order, ids, { notices, done }) {
  notices.clear();
  const url = `/api${path('orders', order.order_id, 'cancel')}`;
  const wanted = ids.length > 0 ? { ticket_ids: ids } : {};
  try {
    const before = await call('POST', url, { body: { ...wanted, preview: true } });
    const facts = consequences(order, before);
    if (await confirm({ title: ids.length > 0 ? `${t.cancelTitle} ${commonTexts.tickets(ids.length)}` : t.withdraw, body: ids.length > 0 && facts, yes: ids.length > 0 ? t.cancelYes : t.withdraw })) {
      await once('cancel', { url, wanted }, (key) => call('POST', url, { body: wanted, key }));
      await done();
      if (ids.length > 0) {
        notices.tell('good', t.back(words.price(before.refund, order.currency)));
      }
    }
  } catch (problem) {
    notices.problem(problem);
  }
}

/** What comes back, and what is kept: of that the booking fees apart, which no terms of giving back speak of. */
function consequences(order, { ticket_ids: ids, refund, fee }) {
  const fees = (order.tickets ?? []).filter((ticket) => ids.includes(ticket.ticket_id)).reduce((sum, ticket) => sum + ticket.fee, 0);
  const fact = (what, amount) => [el('dt', {}, what), el('dd', {}, amount)];
  return el(
    'dl',
    { class: 'facts' },
    fact(t.refund, el('b', {}, words.price(refund, order.currency))),
    fact(t.keptFee, words.price(fee, order.currency)),
    fees > 0 && fact(t.keptBookingFees, words.price(fees, order.currency)),
  );
}

function name(ticket) {
  return ticket.row ? seatsTexts.seatName(ticket) : [ticket.section, ticket.slot].filter(Boolean).join(' · ');
}
