import { send } from '../api.js';
import { el, fill } from '../kit/dom.js';
import { field } from '../kit/fields.js';
import { about, form, keys } from '../kit/forms.js';
import { methods } from '../kit/page.js';
import { begin } from '../kit/session.js';
import { t } from './login-texts.js';

/** Setting a password that was forgotten: an email address first, then the code that was sent there. `back` leads to where one logs in. */
export function forgotten(panel, notices, { email, done, back }) {
  const address = el('input', { type: 'email', name: 'email', autocomplete: 'email', required: true, maxlength: 254, value: email });
  notices.clear();
  fill(
    panel,
    el('h2', {}, t.forgotten),
    el('p', { class: 'quiet-text' }, t.forgottenLead),
    form(notices, t.sendCode, [field(t.email, address)], async () => {
      const to = address.value.trim();
      await send('POST', '/api/auth/password/forgot', { body: { email: to } });
      const { test_cards: cards } = await methods();
      reset(panel, notices, { email: to, demo: cards.length > 0, done, back });
    }),
    el('button', { class: 'linklike', type: 'button', onclick: back }, t.backToLogIn),
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
    el('h2', {}, t.forgotten),
    el('p', { role: 'status' }, t.resetSent(email)),
    demo && el('p', { class: 'quiet-text' }, t.demoCode),
    form(notices, t.setPassword, [user, field(t.code, code), field(t.newPassword, password, { hint: t.passwordHint })], async () => {
      const body = { email, code: code.value, password: password.value };
      const tokens = await about(code, 'wrong_code', () => send('POST', '/api/auth/password/reset', { body, headers: { 'Idempotency-Key': key(body) } }));
      if (tokens) {
        begin(tokens);
        done();
      }
    }),
    el('button', { class: 'linklike', type: 'button', onclick: () => forgotten(panel, notices, { email, done, back }) }, t.anotherCode),
  );
  code.focus();
}
