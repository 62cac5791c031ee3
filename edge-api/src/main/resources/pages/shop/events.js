import { get } from '../api.js';
import { el, fill } from '../kit/dom.js';
import { busy, field } from '../kit/fields.js';
import { Notices } from '../kit/notices.js';
import { show, start, step } from '../kit/page.js';
import { t } from './events-texts.js';
import { Card } from './card.js';

const PAGE = 12;
const AGAIN = 10_000;
const NAMES = ['q', 'category', 'region', 'from', 'to'];

const notices = new Notices();
const list = el('ul', { class: 'events' });
const count = el('p', { class: 'quiet-text', role: 'status' });
const more = el('button', { class: 'button quiet', type: 'button', hidden: true, onclick: () => busy(more, () => load(true)) }, t.more);
const lists = { category: el('datalist', { id: 'categories' }), region: el('datalist', { id: 'regions' }) };
const controls = {
  q: el('input', { type: 'search', name: 'q', maxlength: 200, placeholder: t.wordsHint, autocomplete: 'off' }),
  category: el('input', { name: 'category', maxlength: 64, list: 'categories', placeholder: t.any, autocomplete: 'off' }),
  region: el('input', { name: 'region', maxlength: 64, list: 'regions', placeholder: t.any, autocomplete: 'off' }),
  from: el('input', { type: 'date', name: 'from' }),
  to: el('input', { type: 'date', name: 'to' }),
};

let cursor = null;
let cards = [];

function form() {
  const filters = el(
    'div',
    { class: 'filters', id: 'filters' },
    field(t.category, controls.category),
    field(t.region, controls.region),
    field(t.from, controls.from),
    field(t.to, controls.to),
  );
  // On a phone they would stand before the events; whoever asks for them gets them.
  const toggle = el('button', { class: 'linklike', type: 'button', 'aria-controls': 'filters' }, t.filters);
  const open = (shown) => {
    filters.dataset.open = shown;
    toggle.setAttribute('aria-expanded', shown);
  };
  toggle.addEventListener('click', () => open(filters.dataset.open !== 'true'));
  open(NAMES.some((name) => name !== 'q' && controls[name].value));
  return el(
    'form',
    { class: 'search card', role: 'search', 'aria-label': t.find, onsubmit: search },
    field(t.words, controls.q),
    toggle,
    filters,
    el('button', { class: 'button', type: 'submit' }, t.search),
    Object.values(lists),
  );
}

function search(submit) {
  submit.preventDefault();
  const wanted = new URLSearchParams(NAMES.filter((name) => controls[name].value.trim()).map((name) => [name, controls[name].value.trim()]));
  history.pushState(null, '', wanted.size > 0 ? `?${wanted}` : location.pathname);
  load(false);
}

/** Takes over what the address asks for. */
function read() {
  const wanted = new URLSearchParams(location.search);
  NAMES.forEach((name) => (controls[name].value = wanted.get(name) ?? ''));
}

/** What the API is asked: days in the address begin and end where whoever looks is. */
function query() {
  const wanted = new URLSearchParams({ limit: PAGE });
  for (const name of ['q', 'category', 'region']) {
    if (controls[name].value.trim()) {
      wanted.set(name, controls[name].value.trim());
    }
  }
  if (controls.from.value) {
    wanted.set('from', new Date(`${controls.from.value}T00:00`).toISOString());
  }
  if (controls.to.value) {
    const end = new Date(`${controls.to.value}T00:00`);
    end.setDate(end.getDate() + 1);
    wanted.set('to', end.toISOString());
  }
  return wanted;
}

async function load(further) {
  const wanted = query();
  if (further && cursor) {
    wanted.set('cursor', cursor);
  }
  try {
    const { events, next_cursor: next } = await get(`/api/events?${wanted}`);
    notices.clear();
    append(events, further);
    cursor = next ?? null;
    more.hidden = cursor === null;
    count.textContent = cards.length > 0 ? t.found(cards.length, cursor !== null) : '';
  } catch (problem) {
    notices.problem(problem);
  }
}

function append(events, further) {
  const fresh = events.map((event) => new Card(event));
  cards = further ? [...cards, ...fresh] : fresh;
  fill(list, cards.length > 0 ? cards.map((card) => card.element) : el('li', { class: 'none' }, nothing()));
  for (const [name, options] of Object.entries(lists)) {
    const known = new Set([...Array.from(options.children, (option) => option.value), ...events.map((event) => event[name])]);
    fill(options, [...known].sort().map((value) => el('option', { value })));
  }
  fresh.forEach((card) => card.refresh());
  if (further) {
    fresh[0]?.focus();
  }
}

function nothing() {
  const any = NAMES.some((name) => controls[name].value);
  return [
    el('h2', {}, any ? t.none : t.nothing),
    el('p', { class: 'quiet-text' }, any ? t.noneHint : t.nothingHint),
    any && el('p', {}, el('a', { class: 'button quiet', href: '/events' }, t.reset)),
  ];
}

start(async () => {
  read();
  addEventListener('popstate', () => {
    read();
    load(false);
  });
  show(
    t.title,
    el('header', { class: 'page-head' }, el('h1', {}, t.title), el('p', { class: 'lead' }, t.lead)),
    form(),
    notices.element,
    count,
    list,
    el('p', { class: 'more' }, more),
  );
  step('browse');
  await load(false);
  setInterval(() => !document.hidden && cards.forEach((card) => card.refresh()), AGAIN);
  setInterval(() => cards.forEach((card) => card.tick()), 1_000);
});
