import { Problem } from '../api.js';
import { el, fill } from '../kit/dom.js';
import { busy, complete, field, tick } from '../kit/fields.js';
import { Notices } from '../kit/notices.js';
import { keyOf, refused, settled } from '../kit/once.js';
import { path, show, start, way } from '../kit/page.js';
import { call } from '../kit/session.js';
import { t } from './new-texts.js';
import * as words from '../words.js';
import { About } from './about.js';
import { Dates } from './dates.js';
import { entered } from './gate.js';
import { group, number, text } from './inputs.js';
import { parts, tellAtFields } from './problems.js';
import { Reductions } from './reductions.js';
import { Rules } from './rules.js';
import { Sale } from './sale.js';
import { Sections } from './sections.js';

const HOUR = 3_600_000;
const MINUTE = 60_000;

const notices = new Notices();

/** The form from which an event is made. */
class Form {
  constructor() {
    const now = Date.now();
    this.about = new About();
    this.sale = new Sale({ opens: now + HOUR });
    this.currency = text('currency', { required: true, minlength: 3, maxlength: 3, value: 'KRW', pattern: '[A-Z]{3}' });
    this.rules = new Rules(() => this.currency.value);
    this.reductions = new Reductions();
    this.dates = new Dates(now);
    this.sections = new Sections(() => this.currency.value, () => this.dates.first, () => this.#sum());
    this.room = tick(t.roomOn, { name: 'room', onchange: () => this.#room() });
    this.roomOpens = number('room_opens', 30, { min: 1, max: 10_000 });
    this.concurrent = number('max_concurrent', 200, { min: 1, max: 1_000_000 });
    this.pace = number('admit_per_second', 20, { min: 1, max: 10_000 });
    this.challenge = el('select', { name: 'challenge' }, Object.entries(t.challenges).map(([value, label]) => new Option(label, value, false, value === 'crowded')));
    this.roomFields = el('div', { class: 'row-of-fields' }, field(t.roomOpens, this.roomOpens), field(t.concurrent, this.concurrent), field(t.pace, this.pace), field(t.challenge, this.challenge, { wide: true }));
    this.publish = tick(t.publishNow, { name: 'publish' });
    this.sum = el('p', { class: 'quiet-text', role: 'status' });
    this.button = el('button', { class: 'button large', type: 'submit', id: 'create' }, t.create);
    this.element = el('form', { class: 'two desk-form', novalidate: true, onsubmit: (event) => this.#submit(event) }, this.#left(), this.#right());
    this.currency.addEventListener('change', () => this.#sum());
    this.#room();
    this.#sum();
  }

  #left() {
    const zone = t.zone(Intl.DateTimeFormat().resolvedOptions().timeZone);
    return el(
      'div',
      { class: 'stack' },
      this.about.element,
      group(t.when, el('p', { class: 'quiet-text' }, zone), this.sale.element, this.dates.element),
      group(t.places, el('div', { class: 'short' }, field(t.currency, this.currency)), this.sections.element, this.sum),
      this.reductions.element,
      group(t.room, el('p', { class: 'quiet-text' }, t.roomHint), this.room.element, this.roomFields),
    );
  }

  #right() {
    return el(
      'div',
      { class: 'stack sticky' },
      this.rules.element,
      el('section', { class: 'card form' }, this.publish.element, this.button, notices.element),
    );
  }

  #room() {
    const without = !this.room.box.checked;
    this.roomFields.hidden = without;
    // What nobody sees is not asked to be right.
    [this.roomOpens, this.concurrent, this.pace, this.challenge].forEach((control) => (control.disabled = without));
  }

  #sum() {
    const { places, worth } = this.sections.sum();
    try {
      fill(this.sum, t.sum(places, words.price(worth, this.currency.value)));
    } catch {
      fill(this.sum); // The currency is not typed in whole yet.
    }
  }

  #body() {
    const sale = this.sale.value();
    const room = this.room.box.checked && {
      opens_at: new Date(Date.parse(sale.on_sale_at) - Number(this.roomOpens.value) * MINUTE).toISOString(),
      max_concurrent: Number(this.concurrent.value),
      admit_per_second: Number(this.pace.value),
      challenge: this.challenge.value,
    };
    return {
      ...this.about.value(),
      currency: this.currency.value,
      ...sale,
      ...this.rules.value(),
      concessions: this.reductions.value(),
      ...(room ? { waiting_room: room } : {}),
      performances: this.dates.value(),
      sections: this.sections.value(),
    };
  }

  #submit(submitted) {
    submitted.preventDefault();
    if (complete(this.element)) {
      busy(this.button, () => this.#create());
    }
  }

  async #create() {
    notices.clear();
    const body = this.#body();
    const key = keyOf('event', body);
    let draft = null;
    try {
      const { event_id: id } = await call('POST', '/api/events', { body, key });
      draft = path('organizer', 'events', id);
      if (this.publish.box.checked) {
        await call('POST', `/api${path('events', id, 'publish')}`, { key: `${key}-publish` });
      }
      settled('event');
      location.assign(draft);
    } catch (problem) {
      this.#refuse(problem, draft);
    }
  }

  /** Tells what is wrong, and where the draft is if there is one: the same form sent again finds it rather than making another. */
  #refuse(problem, draft) {
    if (draft !== null) {
      notices.problem(problem, way(t.toDraft, draft));
      return;
    }
    if (refused(problem)) {
      settled('event');
    }
    if (!(problem instanceof Problem && tellAtFields(problem, (name) => this.#control(name)))) {
      notices.problem(problem);
    }
  }

  #control(name) {
    const { list, index, rest } = parts(name);
    const room = { opens_at: this.roomOpens, max_concurrent: this.concurrent, admit_per_second: this.pace, challenge: this.challenge };
    const lists = { performances: this.dates, sections: this.sections, concessions: this.reductions };
    return lists[list]?.control(index, rest) ?? room[name.replace('waiting_room.', '')] ?? lists[name]?.control(0, '') ?? this.element.elements[name];
  }
}

start(async () => {
  if (await entered('organizer')) {
    show(t.title, el('header', { class: 'page-head' }, el('h1', {}, t.title), el('p', { class: 'lead' }, t.lead)), new Form().element);
  }
});
