import { el, say } from '../kit/dom.js';
import { busy, choices, stepper } from '../kit/fields.js';
import { t } from '../kit/texts.js';
import * as words from '../words.js';

/** Sections that are sold by a number of places or by times of entry. */
export class Areas {
  #cards = [];

  constructor(event, take) {
    this.event = event;
    const sections = event.sections.filter((section) => section.mode !== 'seat');
    this.#cards = sections.map((section) => (section.mode === 'slot' ? new Slots(event, section, take) : new Quantity(event, section, take)));
    this.element = el('div', { class: 'stack', hidden: sections.length === 0 }, this.#cards.map((card) => card.element));
  }

  /** Tells how many are left. */
  tell(areas) {
    this.#cards.forEach((card) => card.tell(areas.filter((area) => area.section === card.section.name)));
  }
}

/** What both have in common: how many, and a button. */
class Card {
  constructor(event, section, take) {
    this.event = event;
    this.section = section;
    this.left = el('span', { class: 'quiet-text', role: 'status' });
    this.count = stepper(t.seats.howMany, { value: Math.min(2, event.ticket_limit), max: event.ticket_limit, less: t.common.less, more: t.common.more, onchange: (count) => say(this.button, t.seats.takePlaces(count)) });
    this.button = el('button', { class: 'button', type: 'button', onclick: () => busy(this.button, () => take(this.wanted())) }, t.seats.takePlaces(this.count.value));
  }

  head(...more) {
    const { name, grade, price } = this.section;
    const id = `area-${name}`;
    return el(
      'section',
      { class: 'card form area', 'aria-label': name },
      el('div', { class: 'card-head' }, el('h2', { id }, `${name} · ${grade}`), el('b', {}, words.price(price, this.event.currency))),
      ...more,
      this.count.element,
      this.button,
    );
  }

  wanted() {
    return { section: this.section.name, quantity: this.count.value };
  }
}

class Quantity extends Card {
  constructor(event, section, take) {
    super(event, section, take);
    this.element = this.head(this.left);
  }

  tell([area]) {
    if (area) {
      say(this.left, area.left === 0 ? t.common.soldOut : t.common.left(area.left, area.capacity));
      this.button.disabled = area.left === 0;
    }
  }
}

class Slots extends Card {
  #shown = '';

  constructor(event, section, take) {
    super(event, section, take);
    this.slot = null;
    this.host = el('div', {});
    this.element = this.head(this.host);
  }

  tell(areas) {
    const now = JSON.stringify(areas);
    if (now === this.#shown) {
      return;
    }
    this.#shown = now;
    const free = areas.filter((area) => area.left > 0);
    this.slot = free.some((area) => area.slot === this.slot) ? this.slot : (free[0]?.slot ?? null);
    this.button.disabled = this.slot === null;
    const options = areas.map((area) => ({
      value: area.slot,
      label: area.slot,
      note: [words.date(area.starts_at), area.left === 0 ? t.common.soldOut : t.common.left(area.left, area.capacity)].join(' · '),
      disabled: area.left === 0,
    }));
    const focused = this.host.contains(document.activeElement);
    this.host.replaceChildren(choices(t.seats.slot, `slot-${this.section.name}`, options, this.slot, (slot) => (this.slot = slot)));
    if (focused) {
      this.host.querySelector('input:checked')?.focus();
    }
  }

  wanted() {
    return { ...super.wanted(), slot: this.slot };
  }
}
