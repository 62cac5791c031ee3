import { el } from '../kit/dom.js';
import { field } from '../kit/fields.js';
import { about, form, keys } from '../kit/forms.js';
import { call, know } from '../kit/session.js';
import { t as accountTexts } from './login-texts.js';
import { t } from './me-texts.js';

function fact(name, value) {
  return value && [el('dt', {}, name), el('dd', {}, value)];
}

/** What is known of whoever is signed in, and forms to change it. */
export function profile(notices, me, words = null) {
  const card = el(
    'section',
    { class: 'card', 'aria-labelledby': 'profile' },
    el('div', { class: 'card-head' }, el('h2', { id: 'profile' }, t.profile), me.role && el('span', { class: 'pill' }, t.roles[me.role] ?? me.role)),
    el('dl', { class: 'facts' }, fact(accountTexts.name, me.name), fact(accountTexts.email, me.email), fact(accountTexts.phone, me.phone), fact(t.identity, me.identity_verified ? t.verified : t.notVerified)),
    words && el('p', { class: 'pill', 'data-kind': 'good', role: 'status', tabindex: -1 }, words),
    // Of those whom another issuer vouches for nothing is known, and nothing can be changed.
    me.email && [changing(notices, me, anew), password(notices)],
    !me.identity_verified && verification(notices, me, () => anew({ ...me, identity_verified: true }, t.verifiedNow)),
  );
  function anew(changed, news = t.changed) {
    const next = profile(notices, changed, news);
    card.replaceWith(next);
    next.querySelector('[role=status]').focus();
  }
  return card;
}

function changing(notices, me, done) {
  const name = el('input', { name: 'name', autocomplete: 'name', required: true, maxlength: 100, value: me.name });
  const phone = el('input', { type: 'tel', name: 'phone', autocomplete: 'tel', maxlength: 32, value: me.phone });
  const fields = [field(accountTexts.name, name), field(accountTexts.phone, phone, { hint: accountTexts.phoneHint })];
  const asked = form(notices, t.changeYes, fields, async () => {
    const changed = await call('PATCH', '/api/me', { body: { name: name.value.trim(), phone: phone.value.trim() } });
    know({ name: changed.name, phone: changed.phone });
    done(changed);
  });
  return el('details', {}, el('summary', {}, t.change), asked);
}

function password(notices) {
  const current = el('input', { type: 'password', name: 'current_password', autocomplete: 'current-password', required: true, maxlength: 256 });
  const next = el('input', { type: 'password', name: 'password', autocomplete: 'new-password', required: true, minlength: 8, maxlength: 256 });
  const key = keys();
  const fields = [field(t.currentPassword, current), field(accountTexts.newPassword, next, { hint: accountTexts.passwordHint })];
  const said = el('p', { role: 'status' });
  const asked = form(notices, accountTexts.setPassword, fields, async (element) => {
    const body = { current_password: current.value, password: next.value };
    said.textContent = '';
    const changed = await about(current, 'bad_credentials', async () => (await call('POST', '/api/me/password', { body, key: key(body) })) ?? true, t.notYourPassword);
    if (changed) {
      element.reset();
      said.textContent = t.passwordChanged;
    }
  });
  return el('details', {}, el('summary', {}, t.changePassword), el('p', { class: 'quiet-text' }, t.passwordHint), asked, said);
}

function verification(notices, me, done) {
  const name = el('input', { name: 'name', autocomplete: 'name', required: true, maxlength: 100, value: me.name });
  const birth = el('input', { type: 'date', name: 'birth_date', autocomplete: 'bday', required: true });
  const phone = el('input', { type: 'tel', name: 'phone', autocomplete: 'tel', required: true, maxlength: 32, value: me.phone });
  const fields = [field(accountTexts.name, name), field(t.birth, birth), field(accountTexts.phone, phone)];
  const asked = form(notices, t.verifyYes, fields, async () => {
    await call('POST', '/api/me/verification', { body: { name: name.value, birth_date: birth.value, phone: phone.value } });
    done();
  });
  return el('details', {}, el('summary', {}, t.verify), el('p', { class: 'quiet-text' }, t.verifyHint), asked);
}
