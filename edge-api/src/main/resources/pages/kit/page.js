import { get, Problem, ServerClock } from '../api.js';
import { byId, el, fill } from './dom.js';
import { explain } from './explain.js';
import { mark } from './nav.js';
import { call, know, logOut, onChange, who } from './session.js';
import { browser, newId, tab } from './store.js';
import { t as problemTexts } from './problem-texts.js';
import { t } from './texts.js';

const CLOCK_AGAIN = 60_000;

export const clock = new ServerClock();
export const main = byId('main');

/** A part of the path, counted from 1: of /events/one/seats the second is "one". */
export function part(number) {
  return decodeURIComponent(location.pathname.split('/')[number] ?? '');
}

/** A path with its parts made safe. */
export function path(...parts) {
  return `/${parts.map(encodeURIComponent).join('/')}`;
}

/** Where to log in, and come back from. */
export function loginPath(kind = '') {
  return `/login?next=${encodeURIComponent(location.pathname + location.search)}${kind && `#${kind}`}`;
}

/** Begins a page: its way through the site, the clock, and what it shows, for which trouble is told in its place. */
export async function start(show) {
  account();
  onChange(account);
  mark();
  try {
    await clock.sync();
    await show();
  } catch (problem) {
    trouble(problem, () => location.reload());
  }
  setInterval(() => clock.sync().catch(() => {}), CLOCK_AGAIN);
}

/** Shows a page's content under its title. */
export function show(title, ...content) {
  document.title = `${title} · Onsale`;
  fill(main, content);
}

/** Shows that something is on its way. */
export function loading() {
  fill(main, el('div', { class: 'loading', role: 'status' }, el('div', { class: 'turning', 'aria-hidden': 'true' }), t.loading));
}

/** A page that says one thing, and where to go from there. */
export function message(title, words, ...ways) {
  show(title, el('section', { class: 'plain-message' }, el('h1', {}, title), el('p', {}, words), el('p', { class: 'actions' }, ways)));
}

/** A link that looks like a button. */
export function way(words, href, quiet = false) {
  return el('a', { class: quiet ? 'button quiet' : 'button', href }, words);
}

function trouble(problem, again) {
  if (problem instanceof Problem && problem.status === 401) {
    message(t.logIn, explain(problem), way(t.logIn, loginPath()));
    return;
  }
  const retry = el('button', { class: 'button', type: 'button', onclick: again }, t.again);
  message(t.failed, inWords(problem), retry, way(t.allEvents, '/events', true));
}

function inWords(problem) {
  try {
    return explain(problem);
  } catch (defect) {
    console.error(defect); // For developers; whoever looks is told that it is not their fault.
    return problemTexts.unknown;
  }
}

let asked = null;

function account() {
  const place = byId('account');
  const session = who();
  if (session === null) {
    fill(place, el('a', { class: 'button quiet small', href: loginPath() }, t.logIn));
    return;
  }
  const name = session.guest ? t.guest : (session.name ?? t.me);
  fill(
    place,
    el('a', { class: 'me', href: '/me' }, el('span', { class: 'face', 'aria-hidden': 'true' }, [...name][0] ?? ''), el('span', {}, name)),
    el('button', { class: 'button quiet small', type: 'button', onclick: leave }, t.logOut),
  );
  if (!session.guest && session.name === undefined && asked !== session.user_id) {
    asked = session.user_id; // Once a page: where one is left before the answer, the next asks again.
    call('GET', '/api/me')
      .then(({ name: known, role, phone }) => know({ name: known ?? t.me, role, phone }))
      .catch(() => {});
  }
}

async function leave() {
  await logOut();
  location.assign('/events');
}

/** Reports a step of the way to a ticket, without which the organizer's funnel knows nothing; that it fails is nobody's concern. */
export function step(type, eventId) {
  const session = tab.get('visit') ?? newId();
  tab.set('visit', session);
  const device = matchMedia('(max-width: 760px)').matches ? 'mobile' : 'desktop';
  const events = [{ type, ...(eventId ? { event_id: eventId } : {}) }];
  call('POST', '/api/telemetry', { body: { session_id: session, channel: 'web', device, events } }).catch(() => {});
}

/** What this browser is known by where only so many may join from one device. */
export function deviceId() {
  const known = browser.get('device') ?? newId();
  browser.set('device', known);
  return known;
}

/** An event as it is, for whoever is here. */
export function event(id) {
  return call('GET', `/api${path('events', id)}`);
}

/** By what can be paid here. */
export function methods() {
  return get('/api/payments/methods');
}

/** Gives somebody a file. */
export function download(name, json) {
  const url = URL.createObjectURL(new Blob([JSON.stringify(json, null, 2)], { type: 'application/json' }));
  const link = el('a', { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
