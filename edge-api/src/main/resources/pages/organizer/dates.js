import { el } from '../kit/dom.js';
import { field } from '../kit/fields.js';
import { t } from './new-texts.js';
import { instant, local, text } from './inputs.js';

const DAY = 86_400_000;
const FIRST = 30 * DAY;

/** The dates of a new event. */
export class Dates {
  #dates = [];

  constructor(now) {
    this.next = now + FIRST;
    this.list = el('div', { class: 'rows' });
    this.element = el('div', { class: 'form' }, this.list, el('p', {}, el('button', { class: 'button quiet small', type: 'button', onclick: () => this.#add().startsAt.focus() }, t.addDate)));
    this.#add();
  }

  #add() {
    const number = this.#dates.length + 1;
    const date = { startsAt: local('starts_at', this.next, { required: true }), label: text('label', { maxlength: 64 }) };
    this.next += DAY;
    const remove = el('button', { class: 'remove', type: 'button', 'aria-label': t.removeDate(number), onclick: () => this.#remove(date) }, '×');
    date.element = el('div', { class: 'row-of-fields with-remove' }, field(`${t.date(number)}: ${t.startsAt.toLowerCase()}`, date.startsAt), field(t.label, date.label, { hint: t.labelHint }), remove);
    this.#dates.push(date);
    this.list.append(date.element);
    return date;
  }

  #remove(date) {
    if (this.#dates.length > 1) {
      this.#dates = this.#dates.filter((each) => each !== date);
      date.element.remove();
      this.#dates.at(-1).startsAt.focus();
    }
  }

  /** The field of one of them that a server calls so. */
  control(index, name) {
    const date = this.#dates[index];
    return date && (name === 'label' ? date.label : date.startsAt);
  }

  /** When the first of them begins. */
  get first() {
    return Math.min(...this.#dates.map(({ startsAt }) => Date.parse(startsAt.value) || this.next));
  }

  value() {
    return this.#dates.map(({ startsAt, label }) => ({ starts_at: instant(startsAt), ...(label.value.trim() ? { label: label.value.trim() } : {}) }));
  }
}
