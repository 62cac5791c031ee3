import { el } from '../kit/dom.js';
import { field } from '../kit/fields.js';
import { t } from './new-texts.js';
import { instant, local, number } from './inputs.js';

const HOUR = 3_600_000;

/** The times of entry of a section, from when an event begins on. */
export class Slots {
  #slots = [];

  constructor(begins) {
    this.begins = begins;
    this.list = el('div', { class: 'rows' });
    this.element = el('div', { class: 'form' }, this.list, el('p', {}, el('button', { class: 'button quiet small', type: 'button', onclick: () => this.#add().startsAt.focus() }, t.addSlot)));
  }

  /** There is one at least, wherever they are sold. */
  show() {
    if (this.#slots.length === 0) {
      this.next = this.begins();
      this.#add();
    }
    return this.element;
  }

  #add() {
    const at = this.#slots.length + 1;
    const slot = { startsAt: local('slot_starts_at', this.next, { required: true }), capacity: number('slot_capacity', 50, { min: 1, max: 200_000 }) };
    this.next += HOUR;
    const gone = el('button', { class: 'remove', type: 'button', 'aria-label': t.removeSlot(at), onclick: () => this.#remove(slot) }, '×');
    slot.element = el('div', { class: 'row-of-fields with-remove' }, field(t.slotName(at), slot.startsAt), field(t.slotCapacity, slot.capacity), gone);
    this.#slots.push(slot);
    this.list.append(slot.element);
    this.list.dispatchEvent(new Event('input', { bubbles: true }));
    return slot;
  }

  #remove(slot) {
    if (this.#slots.length > 1) {
      this.#slots = this.#slots.filter((each) => each !== slot);
      slot.element.remove();
      this.#slots.at(-1).startsAt.focus();
      this.list.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }

  /** The field of one of them that a server calls so. */
  control(index, name) {
    const slot = this.#slots[index];
    return slot && (name === 'capacity' ? slot.capacity : slot.startsAt);
  }

  get places() {
    return this.#slots.reduce((sum, { capacity }) => sum + Number(capacity.value), 0);
  }

  value() {
    return this.#slots.map(({ startsAt, capacity }) => ({ name: startsAt.value.replace('T', ' '), starts_at: instant(startsAt), capacity: Number(capacity.value) }));
  }
}
