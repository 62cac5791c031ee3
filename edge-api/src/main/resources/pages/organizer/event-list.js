import { el, fill } from '../kit/dom.js';
import { busy } from '../kit/fields.js';
import { Notices } from '../kit/notices.js';
import { path } from '../kit/page.js';
import { call } from '../kit/session.js';
import { t as shopTexts } from '../shop/events-texts.js';
import * as words from '../words.js';
import { t } from './events-texts.js';

const KINDS = { draft: 'warn', published: '', on_sale: 'good', closed: 'off' };

/** Events with the ways to their desks, a page of them at a time. */
export class EventList {
  #cursor = null;

  /** `nothing` is what stands there where none is. */
  constructor(nothing) {
    this.nothing = nothing;
    this.list = el('ul', { class: 'own' });
    this.more = el('button', { class: 'button quiet', type: 'button', hidden: true, onclick: () => busy(this.more, () => this.#page()) }, t.more);
    this.notices = new Notices();
    this.element = el('div', { class: 'stack' }, this.notices.element, this.list, el('p', { class: 'actions' }, this.more));
  }

  /** Shows the events that an address answers with, and no others. */
  show(url, query = {}) {
    this.url = url;
    this.query = query;
    this.#cursor = null;
    return this.#page();
  }

  async #page() {
    const asked = new URLSearchParams({ ...this.query, ...(this.#cursor ? { cursor: this.#cursor } : {}) });
    try {
      const { events, next_cursor: next } = await call('GET', `${this.url}?${asked}`);
      this.notices.clear();
      if (this.#cursor === null) {
        fill(this.list, events.length === 0 && el('li', { class: 'plain-message' }, this.nothing()));
      }
      this.list.append(...events.map(row));
      this.#cursor = next ?? null;
      this.more.hidden = this.#cursor === null;
    } catch (problem) {
      this.notices.problem(problem);
    }
  }
}

/** Where the sale of an event is in its life. */
export function pill(event) {
  const [kind, state] = standing(event);
  return el('span', { class: 'pill', 'data-kind': kind }, state);
}

function standing(event) {
  if (happening(event).length === 0) {
    return ['off', t.calledOff];
  }
  return event.status !== 'closed' && event.line?.state === 'closed' ? ['off', t.lineClosed] : [KINDS[event.status], t.status[event.status]];
}

/** The dates of an event that take place. */
export function happening({ performances }) {
  return performances.filter((each) => each.status !== 'cancelled');
}

function row(event) {
  const first = [...event.performances].sort((one, other) => Date.parse(one.starts_at) - Date.parse(other.starts_at))[0];
  return el(
    'li',
    { class: 'card' },
    el('div', {}, el('h2', {}, el('a', { href: path('organizer', 'events', event.event_id) }, event.title)), el('p', { class: 'quiet-text' }, [words.date(first.starts_at), event.region, event.has_waiting_room && shopTexts.line].filter(Boolean).join(' · '))),
    el('div', { class: 'sold' }, sold(happening(event))),
    pill(event),
  );
}

/** How much of an event is taken, where the answer tells. */
function sold(performances) {
  const places = performances.flatMap((each) => each.sections ?? []).reduce((sum, each) => sum + each.seats, 0);
  const left = performances.reduce((sum, each) => sum + (each.seats_left ?? 0), 0);
  const meter = el('i');
  meter.style.width = words.percent(places - left, places);
  return places > 0 && [el('span', {}, `${words.number(places - left)} / ${words.number(places)} ${t.sold}`), el('span', { class: 'meter' }, meter)];
}
