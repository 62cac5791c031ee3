import { send } from '../api.js';
import { el, fill } from '../kit/dom.js';
import { choices, field } from '../kit/fields.js';
import { form, keys } from '../kit/forms.js';
import { Notices } from '../kit/notices.js';
import { methods, show, start } from '../kit/page.js';
import { begin } from '../kit/session.js';
import { tab } from '../kit/store.js';
import { t as commonTexts } from '../kit/texts.js';
import { t } from './login-texts.js';
import { forgotten } from './forgotten.js';

const KINDS = { login: commonTexts.logIn, signup: t.signUp, guest: commonTexts.asGuest };

const HOME = new URL('/events', location.origin).href;

const notices = new Notices();
const panel = el('div', { class: 'card', role: 'tabpanel', id: 'panel' });
const tabs = el(
  'div',
  { class: 'tabs', role: 'tablist', 'aria-label': t.kinds, onkeydown: walk },
  Object.entries(KINDS).map(([kind, words]) => el('button', { type: 'button', role: 'tab', id: `tab-${kind}`, 'aria-controls': 'panel', onclick: () => choose(kind) }, words)),
);

/** Where to go afterwards: somewhere in this site, whatever the address says. */
function next() {
  const wanted = new URLSearchParams(location.search).get('next') ?? HOME;
  const href = URL.canParse(wanted, location.origin) ? new URL(wanted, location.origin).href : '';
  // Whole, because a path that begins with two slashes is an address of somebody else's.
  return href.startsWith(`${location.origin}/`) ? href : HOME;
}

/** Whether somebody comes for an order that was made before. */
function ordered() {
  return new URL(next()).pathname.startsWith('/orders/');
}

function choose(kind) {
  history.replaceState(null, '', `#${kind}`);
  for (const tab of tabs.children) {
    const chosen = tab.id === `tab-${kind}`;
    tab.setAttribute('aria-selected', chosen);
    tab.tabIndex = chosen ? 0 : -1;
  }
  panel.setAttribute('aria-labelledby', `tab-${kind}`);
  notices.clear();
  fill(panel, { login, signup, guest }[kind]());
}

function walk(press) {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[press.key];
  if (by) {
    const kinds = Object.keys(KINDS);
    const at = kinds.findIndex((kind) => document.activeElement.id === `tab-${kind}`);
    const kind = kinds[(at + by + kinds.length) % kinds.length];
    choose(kind);
    tabs.querySelector(`#tab-${kind}`).focus();
  }
}

/** `known` is what was typed in elsewhere; a phone number is no email. */
function email(known = '') {
  return el('input', { type: 'email', name: 'email', autocomplete: 'email', required: true, maxlength: 254, value: known.includes('@') ? known : null });
}

function login() {
  const address = email(tab.get('contact') ?? '');
  const password = el('input', { type: 'password', name: 'password', autocomplete: 'current-password', required: true, maxlength: 256 });
  return [
    form(notices, commonTexts.logIn, [field(t.email, address), field(t.password, password)], async () => {
      begin(await send('POST', '/api/auth/login', { body: { email: address.value.trim(), password: password.value } }));
      location.assign(next());
    }),
    el('button', { class: 'linklike', type: 'button', onclick: () => forget(address.value.trim()) }, t.forgot),
  ];
}

function forget(email) {
  const back = () => {
    choose('login');
    panel.querySelector('input').focus();
  };
  forgotten(panel, notices, { email, done: () => location.assign(next()), back });
}

function signup() {
  let role = new URLSearchParams(location.search).get('role') === 'organizer' ? 'organizer' : 'fan';
  const name = el('input', { name: 'name', autocomplete: 'name', required: true, maxlength: 100 });
  const address = email();
  const password = el('input', { type: 'password', name: 'password', autocomplete: 'new-password', required: true, minlength: 8, maxlength: 256 });
  const phone = el('input', { type: 'tel', name: 'phone', autocomplete: 'tel', maxlength: 32 });
  const purposes = [
    { value: 'fan', label: t.asFan, note: t.asFanNote },
    { value: 'organizer', label: t.asOrganizer, note: t.asOrganizerNote },
  ];
  const fields = [
    field(t.name, name),
    field(t.email, address),
    field(t.password, password, { hint: t.passwordHint }),
    field(t.phone, phone, { hint: t.phoneHint }),
    choices(t.purpose, 'role', purposes, role, (chosen) => (role = chosen)),
  ];
  const key = keys();
  return form(notices, t.signUp, fields, async () => {
    const body = { name: name.value.trim(), email: address.value.trim(), password: password.value, role };
    if (phone.value.trim()) {
      body.phone = phone.value.trim();
    }
    begin(await send('POST', '/api/auth/signup', { body, headers: { 'Idempotency-Key': key(body) } }), { name: body.name, role });
    location.assign(next() === HOME && role === 'organizer' ? '/organizer' : next());
  });
}

function guest() {
  const contact = el('input', { name: 'contact', autocomplete: 'email', required: true, maxlength: 254, value: tab.get('contact') });
  return [
    el('p', { class: 'quiet-text' }, ordered() ? t.guestOrder : t.guestLead),
    form(notices, t.sendCode, [field(t.contact, contact)], async () => {
      await send('POST', '/api/auth/guest', { body: { contact: contact.value.trim() } });
      await prove(contact.value.trim());
    }),
  ];
}

async function prove(contact) {
  const code = el('input', { name: 'code', inputmode: 'numeric', autocomplete: 'one-time-code', required: true, minlength: 6, maxlength: 6, pattern: '[0-9]{6}' });
  const { test_cards: cards } = await methods();
  fill(
    panel,
    el('p', { role: 'status' }, t.codeSent(contact)),
    cards.length > 0 && el('p', { class: 'quiet-text' }, t.demoCode),
    form(notices, t.proveCode, [field(t.code, code)], async () => {
      try {
        begin(await send('POST', '/api/auth/guest', { body: { contact, code: code.value } }), { contact });
        location.assign(next());
      } catch (problem) {
        if (problem.code !== 'has_account') {
          throw problem;
        }
        tab.set('contact', contact);
        notices.problem(problem, el('button', { class: 'button small', type: 'button', onclick: () => choose('login') }, commonTexts.logIn));
      }
    }),
    el('button', { class: 'linklike', type: 'button', onclick: () => choose('guest') }, t.anotherCode),
  );
  code.focus();
}

start(() => {
  show(
    t.welcome,
    el('div', { class: 'narrow stack' }, el('header', {}, el('h1', {}, t.welcome), location.search.includes('next=') && el('p', { class: 'lead' }, ordered() ? t.toOrder : t.toGo)), tabs, notices.element, panel),
  );
  addEventListener('hashchange', () => choose(location.hash.slice(1) in KINDS ? location.hash.slice(1) : 'login'));
  choose(location.hash.slice(1) in KINDS ? location.hash.slice(1) : 'login');
});
