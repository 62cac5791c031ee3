import { Problem } from '../api.js';
import { el } from '../kit/dom.js';
import { explain } from '../kit/explain.js';
import { busy, complain, complete, field, labelOf } from '../kit/fields.js';
import { Notices } from '../kit/notices.js';
import { clock, event as read, part, path, show, start, way } from '../kit/page.js';
import { call } from '../kit/session.js';
import { t } from './edit-texts.js';
import { t as formTexts } from './new-texts.js';
import * as words from '../words.js';
import { About } from './about.js';
import { entered } from './gate.js';
import { group, text } from './inputs.js';
import { parts, tellAtFields } from './problems.js';
import { Reductions } from './reductions.js';
import { Rules } from './rules.js';
import { Sale } from './sale.js';

const id = part(3);
const desk = path('organizer', 'events', id);
const notices = new Notices();

/** An event as it is, to be changed; only what differs is asked for. */
class Form {
  #before;

  constructor(event) {
    this.about = new About(event);
    this.sale = new Sale({ opens: Date.parse(event.on_sale_at), ends: event.sale_ends_at ? Date.parse(event.sale_ends_at) : null });
    this.rules = new Rules(() => event.currency, event);
    this.reductions = new Reductions(event.concessions);
    this.labels = event.performances.map((performance) => ({ performance, label: text('label', { maxlength: 64, value: performance.label, required: Boolean(performance.label) }) }));
    this.button = el('button', { class: 'button large', type: 'submit', id: 'save' }, t.save);
    this.element = el('form', { class: 'two desk-form', novalidate: true, onsubmit: (submitted) => this.#submit(submitted) }, this.#left(), this.#right(event));
    this.#before = this.#value();
  }

  #left() {
    const zone = formTexts.zone(Intl.DateTimeFormat().resolvedOptions().timeZone);
    const names = this.labels.map(({ performance, label }) => field(t.dateName(words.date(performance.starts_at)), label));
    return el('div', { class: 'stack' }, this.about.element, group(formTexts.when, el('p', { class: 'quiet-text' }, zone), this.sale.element, el('div', { class: 'row-of-fields' }, names)), this.reductions.element);
  }

  #right({ status, on_sale_at: opens }) {
    const begun = status !== 'draft' && Date.parse(opens) <= clock.now();
    const what = status === 'draft' ? t.draft : begun ? t.begun : t.published;
    return el('div', { class: 'stack sticky' }, this.rules.element, el('section', { class: 'card form' }, el('p', { class: 'quiet-text' }, what), this.button, way(t.back, desk, true), notices.element));
  }

  #value() {
    const performances = this.labels.map(({ performance, label }) => ({ performance_id: performance.performance_id, ...(label.value.trim() ? { label: label.value.trim() } : {}) }));
    return { ...this.about.value(), ...this.sale.value(), ...this.rules.value(), concessions: this.reductions.value(), performances };
  }

  #submit(submitted) {
    submitted.preventDefault();
    if (complete(this.element)) {
      busy(this.button, () => this.#save());
    }
  }

  async #save() {
    const now = this.#value();
    const body = Object.fromEntries(Object.entries(now).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(this.#before[name])));
    if (Object.keys(body).length === 0) {
      notices.tell('good', t.nothing);
      return;
    }
    try {
      await call('PATCH', `/api${path('events', id)}`, { body });
      this.#before = now;
      notices.tell('good', t.saved);
    } catch (problem) {
      this.#refuse(problem);
    }
  }

  /** Tells what is refused at its field; of what can't be changed now, what may be done instead, and goes to the field. */
  #refuse(problem) {
    if (problem.code !== 'not_editable' && problem instanceof Problem && tellAtFields(problem, (name) => this.#control(name))) {
      notices.clear();
      return;
    }
    const { field: name, subjects = [] } = problem.told ?? {};
    const controls = [name, ...subjects].filter(Boolean).map((each) => [each, this.#control(each)]);
    notices.tell('bad', controls.reduce((said, [each, control]) => (control?.id ? said.replace(each, `“${labelOf(control)}”`) : said), explain(problem)));
    const control = controls.map(([, each]) => each).find((each) => each?.id);
    if (control) {
      complain(control, t.refused);
    }
  }

  #control(name) {
    const { list, index, rest } = parts(name);
    const lists = { performances: { control: (at) => this.labels[at]?.label }, concessions: this.reductions };
    return lists[list]?.control(index, rest) ?? this.element.elements[name];
  }
}

start(async () => {
  if (await entered('organizer')) {
    const event = await read(id);
    show(t.title(event.title), el('header', { class: 'page-head' }, el('h1', {}, t.title(event.title)), el('p', { class: 'lead' }, t.lead)), new Form(event).element);
  }
});
