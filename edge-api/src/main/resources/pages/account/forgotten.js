import { send } from '../api.js';
import { el, fill } from '../kit/dom.js';
import { field } from '../kit/fields.js';
import { about, form, keys } from '../kit/forms.js';
import { methods } from '../kit/page.js';
import { begin } from '../kit/session.js';
import { t } from '../kit/texts.js';

/** Setting a password that was forgotten: an email address first, then the code that was sent there. `back` leads to where one logs in. */
export function forgotten(panel, notices, { email, done, back }) {
  const address = el('input', { type: 'email', name: 'email', autocomplete: 'email', required: true, maxlength: 254, value: email });
  notices.clear();
  fill(
    panel,
    el('h2', {}, t.account.forgotten),
    el('p', { class: 'quiet-text' }, t.account.forgottenLead),
    form(notices, t.account.sendCode, [field(t.account.email, address)], async () => {
      const to = address.value.trim();
      await send('POST', '/api/auth/password/forgot', { body: { email: to } });
      const { test_cards: cards } = await methods();
      reset(panel, notices, { email: to, demo: cards.length > 0, done, back });
    }),
    el('button', { class: 'linklike', type: 'button', onclick: back }, t.account.backToLogIn),
  );
  address.focus();
}

function reset(panel, notices, { email, demo, done, back }) {
  const code = el('input', { name: 'code', inputmode: 'numeric', autocomplete: 'one-time-code', required: true, minlength: 8, maxlength: 8, pattern: '[0-9]{8}' });
  const user = el('input', { type: 'email', name: 'email', autocomplete: 'username', value: email, hidden: true });
  const password = el('input', { type: 'password', name: 'password', autocomplete: 'new-password', required: true, minlength: 8, maxlength: 256 });
  const key = keys();
  fill(
    panel,
    el('h2', {}, t.account.forgotten),
    el('p', { role: 'status' }, t.account.resetSent(email)),
    demo && el('p', { class: 'quiet-text' }, t.account.demoCode),
    form(notices, t.account.setPassword, [user, field(t.account.code, code), field(t.account.newPassword, password, { hint: t.account.passwordHint })], async () => {
      const body = { email, code: code.value, password: password.value };
      const tokens = await about(code, 'wrong_code', () => send('POST', '/api/auth/password/reset', { body, headers: { 'Idempotency-Key': key(body) } }));
      if (tokens) {
        begin(tokens);
        done();
      }
    }),
    el('button', { class: 'linklike', type: 'button', onclick: () => forgotten(panel, notices, { email, done, back }) }, t.account.anotherCode),
  );
  code.focus();
}
