import { confirm } from '../kit/dialog.js';
import { el, fill } from '../kit/dom.js';
import { busy, complete, field } from '../kit/fields.js';
import { Notices } from '../kit/notices.js';
import { download, loading, loginPath, message, path, show, start, way } from '../kit/page.js';
import { call, end, know, who } from '../kit/session.js';
import { t } from '../kit/texts.js';
import * as words from '../words.js';
import { Orders } from './orders.js';
import { profile } from './profile.js';
import { stub } from '../shop/tickets.js';

const notices = new Notices();

/** The tickets of whoever is signed in, page by page. */
async function tickets() {
  const list = el('ul', { class: 'tickets' });
  const more = el('button', { class: 'button quiet small', type: 'button', hidden: true, onclick: () => busy(more, () => load().catch((problem) => notices.problem(problem))) }, t.me.more);
  let cursor = null;
  async function load() {
    const { tickets: some, next_cursor: next } = await call('GET', `/api/me/tickets${cursor ? `?cursor=${encodeURIComponent(cursor)}` : ''}`);
    list.append(...some.map((ticket) => stub(ticket, el('a', { href: path('orders', ticket.order_id) }, t.order.title))));
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
    el('h2', { id: 'my-tickets' }, t.me.tickets),
    list.childElementCount === 0
      ? el('div', { class: 'card' }, el('p', { class: 'quiet-text' }, t.me.noTickets), el('p', { class: 'actions' }, way(t.me.find, '/events')))
      : [list, el('p', { class: 'actions' }, more)],
  );
}

function data(guest) {
  const save = el('button', { class: 'button quiet', type: 'button', onclick: () => busy(save, exportAll) }, t.me.export);
  const password = el('input', { type: 'password', name: 'password', autocomplete: 'current-password', required: true, maxlength: 256 });
  const go = el('button', { class: 'button danger', type: 'submit' }, guest ? t.me.forget : t.me.delete);
  const form = el('form', { novalidate: true }, el('p', { class: 'quiet-text' }, guest ? t.me.forgetHint : t.me.deleteHint), !guest && field(t.account.password, password), go);
  form.addEventListener('submit', (submitted) => {
    submitted.preventDefault();
    if (complete(form)) {
      busy(go, () => remove(guest, password.value));
    }
  });
  return el(
    'section',
    { class: 'card', 'aria-labelledby': 'data' },
    el('h2', { id: 'data' }, t.me.data),
    !guest && [el('p', { class: 'quiet-text' }, t.me.exportHint), el('p', { class: 'actions' }, save)],
    el('details', {}, el('summary', {}, guest ? t.me.forget : t.me.delete), form),
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
  const asked = guest ? { title: t.me.forgetTitle, body: t.me.forgetBody, yes: t.me.forget } : { title: t.me.deleteTitle, body: t.me.deleteBody, yes: t.me.deleteYes };
  if (await confirm(asked)) {
    try {
      await call('DELETE', '/api/me', guest ? {} : { body: { password } });
      end();
      message(t.me.deleted, '', way(t.event.allEvents, '/events'));
    } catch (problem) {
      notices.problem(problem);
    }
  }
}

function guestCard({ contact, expires_at: until }) {
  return el(
    'section',
    { class: 'card' },
    el('h2', {}, t.me.guest),
    el('p', { class: 'quiet-text' }, contact, contact && ' · ', t.me.until(words.time(until))),
    el('p', { class: 'actions' }, way(t.account.signUp, loginPath('signup'), true)),
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
    know({ name: me.name ?? t.account.me, role: me.role, phone: me.phone });
  }
  show(
    t.me.title,
    el('header', { class: 'page-head' }, el('h1', {}, me?.name ?? t.me.title)),
    notices.element,
    el('div', { class: 'stack' }, owned, el('div', { class: 'people' }, place, el('div', { class: 'stack' }, me ? profile(notices, me) : guestCard(session), data(session.guest)))),
  );
  fill(place, orders.element);
  await orders.load();
});
