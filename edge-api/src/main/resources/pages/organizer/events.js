import { el, fill } from '../kit/dom.js';
import { busy } from '../kit/fields.js';
import { Notices } from '../kit/notices.js';
import { path, show, start, way } from '../kit/page.js';
import { call } from '../kit/session.js';
import { t as eventsTexts } from '../shop/events-texts.js';
import { t } from './events-texts.js';
import * as words from '../words.js';
import { organizer } from './gate.js';

const KINDS = { draft: 'warn', published: '', on_sale: 'good', closed: 'off' };

const notices = new Notices();
const list = el('ul', { class: 'own' });
const more = el('button', { class: 'button quiet', type: 'button', hidden: true, onclick: () => busy(more, load) }, t.more);

let cursor = null;

function row(event) {
  const first = [...event.performances].sort((one, other) => Date.parse(one.starts_at) - Date.parse(other.starts_at))[0];
  const places = event.performances.flatMap((each) => each.sections ?? []).reduce((sum, each) => sum + each.seats, 0);
  const left = event.performances.reduce((sum, each) => sum + (each.seats_left ?? 0), 0);
  const meter = el('i');
  meter.style.width = `${places === 0 ? 0 : (100 * (places - left)) / places}%`;
  return el(
    'li',
    { class: 'card' },
    el('div', {}, el('h2', {}, el('a', { href: path('organizer', 'events', event.event_id) }, event.title)), el('p', { class: 'quiet-text' }, [words.date(first.starts_at), event.region, event.has_waiting_room && eventsTexts.line].filter(Boolean).join(' · '))),
    el('div', { class: 'sold' }, places > 0 && [el('span', {}, `${words.number(places - left)} / ${words.number(places)} ${t.sold}`), el('span', { class: 'meter' }, meter)]),
    el('span', { class: 'pill', 'data-kind': KINDS[event.status] }, t.status[event.status]),
  );
}

async function load() {
  try {
    const { events, next_cursor: next } = await call('GET', `/api/organizer/events${cursor ? `?cursor=${encodeURIComponent(cursor)}` : ''}`);
    if (cursor === null && events.length === 0) {
      fill(list, el('li', { class: 'plain-message' }, el('h2', {}, t.none), el('p', {}, t.noneHint), el('p', {}, way(t.new, '/organizer/new'))));
    }
    list.append(...events.map(row));
    cursor = next ?? null;
    more.hidden = cursor === null;
  } catch (problem) {
    notices.problem(problem);
  }
}

start(async () => {
  if (await organizer()) {
    show(
      t.title,
      el('header', { class: 'desk-head' }, el('div', {}, el('h1', {}, t.title), el('p', { class: 'lead' }, t.lead)), way(t.new, '/organizer/new')),
      notices.element,
      list,
      el('p', { class: 'actions' }, more),
    );
    await load();
  }
});
