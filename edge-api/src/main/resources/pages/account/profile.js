import { el } from '../kit/dom.js';
import { field } from '../kit/fields.js';
import { about, form, keys } from '../kit/forms.js';
import { call, know } from '../kit/session.js';
import { t } from '../kit/texts.js';

function fact(name, value) {
  return value && [el('dt', {}, name), el('dd', {}, value)];
}

/** What is known of whoever is signed in, and forms to change it. */
export function profile(notices, me, words = null) {
  const card = el(
    'section',
    { class: 'card', 'aria-labelledby': 'profile' },
    el('div', { class: 'card-head' }, el('h2', { id: 'profile' }, t.me.profile), me.role && el('span', { class: 'pill' }, t.me.roles[me.role] ?? me.role)),
    el('dl', { class: 'facts' }, fact(t.account.name, me.name), fact(t.account.email, me.email), fact(t.account.phone, me.phone), fact(t.me.identity, me.identity_verified ? t.me.verified : t.me.notVerified)),
    words && el('p', { class: 'pill', 'data-kind': 'good', role: 'status', tabindex: -1 }, words),
    // Of those whom another issuer vouches for nothing is known, and nothing can be changed.
    me.email && [changing(notices, me, anew), password(notices)],
    !me.identity_verified && verification(notices, me, () => anew({ ...me, identity_verified: true }, t.me.verifiedNow)),
  );
  function anew(changed, news = t.me.changed) {
    const next = profile(notices, changed, news);
    card.replaceWith(next);
    next.querySelector('[role=status]').focus();
  }
  return card;
}

function changing(notices, me, done) {
  const name = el('input', { name: 'name', autocomplete: 'name', required: true, maxlength: 100, value: me.name });
  const phone = el('input', { type: 'tel', name: 'phone', autocomplete: 'tel', maxlength: 32, value: me.phone });
  const fields = [field(t.account.name, name), field(t.account.phone, phone, { hint: t.account.phoneHint })];
  const asked = form(notices, t.me.changeYes, fields, async () => {
    const changed = await call('PATCH', '/api/me', { body: { name: name.value.trim(), phone: phone.value.trim() } });
    know({ name: changed.name, phone: changed.phone });
    done(changed);
  });
  return el('details', {}, el('summary', {}, t.me.change), asked);
}

function password(notices) {
  const current = el('input', { type: 'password', name: 'current_password', autocomplete: 'current-password', required: true, maxlength: 256 });
  const next = el('input', { type: 'password', name: 'password', autocomplete: 'new-password', required: true, minlength: 8, maxlength: 256 });
  const key = keys();
  const fields = [field(t.me.currentPassword, current), field(t.account.newPassword, next, { hint: t.account.passwordHint })];
  const said = el('p', { role: 'status' });
  const asked = form(notices, t.account.setPassword, fields, async (element) => {
    const body = { current_password: current.value, password: next.value };
    said.textContent = '';
    const changed = await about(current, 'bad_credentials', async () => (await call('POST', '/api/me/password', { body, key: key(body) })) ?? true, t.me.notYourPassword);
    if (changed) {
      element.reset();
      said.textContent = t.me.passwordChanged;
    }
  });
  return el('details', {}, el('summary', {}, t.me.changePassword), el('p', { class: 'quiet-text' }, t.me.passwordHint), asked, said);
}

function verification(notices, me, done) {
  const name = el('input', { name: 'name', autocomplete: 'name', required: true, maxlength: 100, value: me.name });
  const birth = el('input', { type: 'date', name: 'birth_date', autocomplete: 'bday', required: true });
  const phone = el('input', { type: 'tel', name: 'phone', autocomplete: 'tel', required: true, maxlength: 32, value: me.phone });
  const fields = [field(t.account.name, name), field(t.me.birth, birth), field(t.account.phone, phone)];
  const asked = form(notices, t.me.verifyYes, fields, async () => {
    await call('POST', '/api/me/verification', { body: { name: name.value, birth_date: birth.value, phone: phone.value } });
    done();
  });
  return el('details', {}, el('summary', {}, t.me.verify), el('p', { class: 'quiet-text' }, t.me.verifyHint), asked);
}
