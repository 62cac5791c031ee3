import { el } from '../kit/dom.js';
import { busy, complain, complete, field } from '../kit/fields.js';
import { path } from '../kit/page.js';
import { call } from '../kit/session.js';
import { t } from '../kit/texts.js';
import { explain } from '../kit/explain.js';

/** Asks for the code by which an order is confirmed. */
export function code(order, { notices, done }) {
  const input = el('input', { name: 'code', inputmode: 'numeric', autocomplete: 'one-time-code', required: true, minlength: 4, maxlength: 12 });
  const button = el('button', { class: 'button', type: 'submit' }, t.order.confirm);
  const form = el(
    'form',
    { class: 'card', novalidate: true },
    field(t.order.codeLabel, input, { hint: t.order.attempts(order.verification.attempts_left) }),
    button,
  );
  form.addEventListener('submit', (submitted) => {
    submitted.preventDefault();
    if (complete(form)) {
      busy(button, async () => {
        notices.clear();
        try {
          await call('POST', `/api${path('orders', order.order_id, 'verify')}`, { body: { code: input.value.trim() } });
          await done();
        } catch (problem) {
          if (problem.code === 'wrong_code') {
            input.value = '';
            await done();
            complain(document.querySelector('input[name="code"]') ?? input, explain(problem));
          } else {
            notices.problem(problem);
          }
        }
      });
    }
  });
  return form;
}
