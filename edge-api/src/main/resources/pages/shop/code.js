import { el } from '../kit/dom.js';
import { busy, complain, complete, field } from '../kit/fields.js';
import { methods, path } from '../kit/page.js';
import { call, who } from '../kit/session.js';
import { t as accountTexts } from '../account/login-texts.js';
import { t } from './order-texts.js';

// How many attempts were left when the last code was typed in: where fewer are left of the next question, it was wrong.
let before = null;

/** Asks for the code by which an order is confirmed. */
export function code(order, { notices, done }) {
  const left = order.verification.attempts_left;
  const input = el('input', { name: 'code', inputmode: 'numeric', autocomplete: 'one-time-code', required: true, minlength: 4, maxlength: 12 });
  const button = el('button', { class: 'button', type: 'submit' }, t.confirm);
  const form = el('form', { class: 'card', novalidate: true }, field(t.codeLabel, input, { hint: t.attempts(left) }), button);
  form.addEventListener('submit', (submitted) => {
    submitted.preventDefault();
    if (complete(form)) {
      busy(button, () => prove(order, input.value.trim(), { notices, done }));
    }
  });
  if (before !== null && left < before) {
    queueMicrotask(() => complain(input, t.wrongCode(left))); // Once it is in the page.
  }
  return form;
}

/** A wrong code of ours is refused at once, and one of the bank's asked for again; either way the order says how many attempts are left. */
async function prove(order, typed, { notices, done }) {
  notices.clear();
  before = order.verification.attempts_left;
  try {
    await call('POST', `/api${path('orders', order.order_id, 'verify')}`, { body: { code: typed } });
    await done();
  } catch (problem) {
    if (problem.code === 'wrong_code') {
      await done();
    } else {
      notices.problem(problem);
    }
  }
}

/** Where our code went, in words: enough of the contact to know it again. On a system of simulated payments, where to read it too. */
export async function sent() {
  const [contact, { test_cards: cards }] = await Promise.all([who()?.contact ?? call('GET', '/api/me').then((me) => me.email), methods()]);
  return [contact ? t.codeSent(masked(contact)) : t.codeHint, cards.length > 0 && accountTexts.demoCode].filter(Boolean);
}

function masked(contact) {
  const [name, host] = contact.split('@');
  return host ? `${name.slice(0, 1)}…@${host}` : `…${contact.slice(-4)}`;
}
