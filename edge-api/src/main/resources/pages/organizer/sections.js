import { el, fill } from '../kit/dom.js';
import { field } from '../kit/fields.js';
import { t } from './new-texts.js';
import { minor, number, text } from './inputs.js';
import { parts } from './problems.js';
import { Slots } from './slots.js';

const GRADES = ['VIP', 'R', 'S', 'A'];
const MARKS = ['wheelchair', 'companion', 'restricted_view'];
const PRICES = [150_000, 110_000, 88_000, 66_000];

/** The sections of a new event. */
export class Sections {
  #sections = [];

  constructor(currency, begins, onChange) {
    this.currency = currency;
    this.begins = begins;
    this.onChange = onChange;
    this.list = el('div', { class: 'rows' });
    this.element = el('div', { class: 'form' }, this.list, el('p', {}, el('button', { class: 'button quiet small', type: 'button', onclick: () => this.#more() }, t.addSection)));
    this.list.addEventListener('input', () => this.onChange());
    this.#add();
  }

  #add() {
    const at = this.#sections.length;
    const section = new Section(at, this.begins, (gone) => this.#remove(gone));
    this.#sections.push(section);
    this.list.append(section.element);
    return section;
  }

  #more() {
    this.#add().name.focus();
    this.onChange();
  }

  #remove(section) {
    if (this.#sections.length > 1) {
      this.#sections = this.#sections.filter((each) => each !== section);
      section.element.remove();
      this.#sections.at(-1).name.focus();
      this.onChange();
    }
  }

  /** The field of one of them that a server calls so. */
  control(index, name) {
    return this.#sections[index]?.control(name);
  }

  value() {
    return this.#sections.map((section) => section.value(this.currency()));
  }

  /** How many places there are, and what they are worth. */
  sum() {
    return this.#sections.reduce(
      (sum, section) => ({ places: sum.places + section.places, worth: sum.worth + section.places * minor(section.price, this.currency()) }),
      { places: 0, worth: 0 },
    );
  }
}

class Section {
  constructor(at, begins, remove) {
    const grade = Math.min(at, GRADES.length - 1);
    this.name = text('name', { required: true, maxlength: 64, value: String.fromCharCode(65 + at) });
    this.mode = el('select', { name: 'mode', onchange: () => this.#show() }, Object.entries(t.modes).map(([value, label]) => new Option(label, value)));
    this.grade = text('grade', { required: true, maxlength: 64, value: GRADES[grade] });
    this.price = number('price', PRICES[grade], { min: 0, step: 'any' });
    this.rows = number('count', 10, { min: 1, max: 1_000 });
    this.seats = number('seats', 20, { min: 1, max: 500 });
    this.capacity = number('capacity', 200, { min: 1, max: 200_000 });
    this.marked = Object.fromEntries(MARKS.map((mark) => [mark, text(mark, { maxlength: 2_000 })]));
    this.slots = new Slots(begins);
    this.how = el('div', { class: 'row-of-fields' });
    const gone = el('button', { class: 'remove', type: 'button', 'aria-label': t.removeSection(this.name.value), onclick: () => remove(this) }, '×');
    this.element = el(
      'fieldset',
      { class: 'part' },
      el('legend', {}, t.section(at + 1)),
      el('div', { class: 'row-of-fields with-remove' }, field(t.sectionName, this.name), field(t.grade, this.grade), field(t.price, this.price), field(t.mode, this.mode), gone),
      this.how,
    );
    this.#show();
  }

  #show() {
    const fields = {
      seat: () => [field(t.rows, this.rows), field(t.seatsPerRow, this.seats), ...MARKS.map((mark) => field(t.marks[mark], this.marked[mark], { hint: t.marksHint[mark] }))],
      quantity: () => [field(t.capacity, this.capacity)],
      slot: () => [this.slots.show()],
    };
    fill(this.how, fields[this.mode.value]());
    this.how.dispatchEvent(new Event('input', { bubbles: true }));
  }

  control(name) {
    const { list, index, rest } = parts(name);
    if (list === 'slots') {
      return this.slots.control(index, rest);
    }
    const fields = { '': this.name, name: this.name, mode: this.mode, grade: this.grade, price: this.price, rows: this.rows, 'rows.count': this.rows, 'rows.seats': this.seats, capacity: this.capacity };
    return fields[name] ?? (list === 'rows' ? this.rows : this.marked[name.replace('seat_attributes.', '')]);
  }

  get places() {
    const counts = { seat: () => Number(this.rows.value) * Number(this.seats.value), quantity: () => Number(this.capacity.value), slot: () => this.slots.places };
    return counts[this.mode.value]();
  }

  #attributes() {
    const marked = MARKS.map((mark) => [mark, seatsOf(this.marked[mark])]).filter(([, seats]) => seats.length > 0);
    return marked.length > 0 ? { seat_attributes: Object.fromEntries(marked) } : {};
  }

  value(currency) {
    const how = {
      seat: () => ({ rows: { count: Number(this.rows.value), seats: Number(this.seats.value) }, ...this.#attributes() }),
      quantity: () => ({ capacity: Number(this.capacity.value) }),
      slot: () => ({ slots: this.slots.value() }),
    };
    return { name: this.name.value.trim(), mode: this.mode.value, grade: this.grade.value.trim(), price: minor(this.price, currency), ...how[this.mode.value]() };
  }
}

/** Seats as they are typed: row and number, with commas between. */
function seatsOf(control) {
  return control.value.split(',').map((seat) => seat.trim()).filter(Boolean);
}
