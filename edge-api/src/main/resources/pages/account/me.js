import { confirm } from '../kit/dialog.js';
import { el, fill } from '../kit/dom.js';
import { busy, complete, field } from '../kit/fields.js';
import { Notices } from '../kit/notices.js';
import { download, loading, loginPath, message, path, show, start, way } from '../kit/page.js';
import { call, end, know, who } from '../kit/session.js';
import { t as commonTexts } from '../kit/texts.js';
import { t as orderTexts } from '../shop/order-texts.js';
import { t as accountTexts } from './login-texts.js';
import { t } from './me-texts.js';
import * as words from '../words.js';
import { Orders } from './orders.js';
import { profile } from './profile.js';
import { stub } from '../shop/tickets.js';

const notices = new Notices();

/** The tickets of whoever is signed in, page by page. */
async function tickets() {
  const list = el('ul', { class: 'tickets' });
  const more = el('button', { class: 'button quiet small', type: 'button', hidden: true, onclick: () => busy(more, () => load().catch((problem) => notices.problem(problem))) }, t.more);
  let cursor = null;
  async function load() {
    const { tickets: some, next_cursor: next } = await call('GET', `/api/me/tickets${cursor ? `?cursor=${encodeURIComponent(cursor)}` : ''}`);
    list.append(...some.map((ticket) => stub(ticket, el('a', { href: path('orders', ticket.order_id) }, orderTexts.title))));
    cursor = next ?? null;
    more.hidden = cursor === null;
    if (some.length === 0 && cursor !== null) {
      await load(); // The orders of this page have no tickets that are valid still.
    }
  }
  await load();
  return el(
    'section',
    { 'aria-labelledby': 'my-tickets', class: 'stack' },
    el('h2', { id: 'my-tickets' }, t.tickets),
    list.childElementCount === 0
      ? el('div', { class: 'card' }, el('p', { class: 'quiet-text' }, t.noTickets), el('p', { class: 'actions' }, way(t.find, '/events')))
      : [list, el('p', { class: 'actions' }, more)],
  );
}

function data(guest) {
  const save = el('button', { class: 'button quiet', type: 'button', onclick: () => busy(save, exportAll) }, t.export);
  const password = el('input', { type: 'password', name: 'password', autocomplete: 'current-password', required: true, maxlength: 256 });
  const go = el('button', { class: 'button danger', type: 'submit' }, guest ? t.forget : t.delete);
  const form = el('form', { novalidate: true }, el('p', { class: 'quiet-text' }, guest ? t.forgetHint : t.deleteHint), !guest && field(accountTexts.password, password), go);
  form.addEventListener('submit', (submitted) => {
    submitted.preventDefault();
    if (complete(form)) {
      busy(go, () => remove(guest, password.value));
    }
  });
  return el(
    'section',
    { class: 'card', 'aria-labelledby': 'data' },
    el('h2', { id: 'data' }, t.data),
    !guest && [el('p', { class: 'quiet-text' }, t.exportHint), el('p', { class: 'actions' }, save)],
    el('details', {}, el('summary', {}, guest ? t.forget : t.delete), form),
  );
}

async function exportAll() {
  try {
    download('my-data.json', await call('GET', '/api/me/export'));
  } catch (problem) {
    notices.problem(problem);
  }
}

async function remove(guest, password) {
  const asked = guest ? { title: t.forgetTitle, body: t.forgetBody, yes: t.forget } : { title: t.deleteTitle, body: t.deleteBody, yes: t.deleteYes };
  if (await confirm(asked)) {
    try {
      await call('DELETE', '/api/me', guest ? {} : { body: { password } });
      end();
      message(t.deleted, '', way(commonTexts.allEvents, '/events'));
    } catch (problem) {
      notices.problem(problem);
    }
  }
}

function guestCard({ contact, expires_at: until }) {
  return el(
    'section',
    { class: 'card' },
    el('h2', {}, t.guest),
    el('p', { class: 'quiet-text' }, contact, contact && ' · ', t.until(words.time(until))),
    el('p', { class: 'actions' }, way(accountTexts.signUp, loginPath('signup'), true)),
  );
}

start(async () => {
  const session = who();
  if (session === null) {
    location.replace(loginPath());
    return;
  }
  loading();
  const orders = new Orders();
  const place = el('div', { class: 'stack' });
  const [me, owned] = session.guest ? [null, null] : await Promise.all([call('GET', '/api/me'), tickets()]);
  if (me) {
    know({ name: me.name ?? commonTexts.me, role: me.role, phone: me.phone });
  }
  show(
    t.title,
    el('header', { class: 'page-head' }, el('h1', {}, me?.name ?? t.title)),
    notices.element,
    el('div', { class: 'stack' }, owned, el('div', { class: 'people' }, place, el('div', { class: 'stack' }, me ? profile(notices, me) : guestCard(session), data(session.guest)))),
  );
  fill(place, orders.element);
  await orders.load();
});
