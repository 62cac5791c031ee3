import { el, say } from '../kit/dom.js';
import { busy, choices, stepper } from '../kit/fields.js';
import { clock } from '../kit/page.js';
import { t as commonTexts } from '../kit/texts.js';
import { t } from './seats-texts.js';
import * as words from '../words.js';

/** Sections that are sold by a number of places or by times of entry. */
export class Areas {
  #cards = [];

  /** With `asked`, what was asked for and may be one's own by now is told from what is gone. */
  constructor(event, take, asked) {
    this.event = event;
    const sections = event.sections.filter((section) => section.mode !== 'seat');
    this.#cards = sections.map((section) => (section.mode === 'slot' ? new Slots(event, section, take, asked) : new Quantity(event, section, take, asked)));
    this.element = el('div', { class: 'stack', hidden: sections.length === 0 }, this.#cards.map((card) => card.element));
  }

  /** Tells how many are left. */
  tell(areas) {
    this.#cards.forEach((card) => card.tell(areas.filter((area) => area.section === card.section.name)));
  }
}

/** What both have in common: how many, and a button. */
class Card {
  constructor(event, section, take, asked) {
    this.event = event;
    this.section = section;
    this.asked = asked;
    this.left = el('span', { class: 'quiet-text', role: 'status' });
    this.count = stepper(t.howMany, { value: Math.min(2, event.ticket_limit), max: event.ticket_limit, less: commonTexts.less, more: commonTexts.more, onchange: (count) => say(this.button, t.takePlaces(count)) });
    this.button = el('button', { class: 'button', type: 'button', onclick: () => busy(this.button, () => take(this.wanted())) }, t.takePlaces(this.count.value));
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

  sells(area) {
    return area.left > 0 || this.asked(area);
  }
}

class Quantity extends Card {
  constructor(event, section, take, asked) {
    super(event, section, take, asked);
    this.element = this.head(this.left);
  }

  tell([area]) {
    if (area) {
      say(this.left, area.left === 0 ? commonTexts.soldOut : commonTexts.left(area.left, area.capacity));
      this.button.disabled = !this.sells(area);
    }
  }
}

class Slots extends Card {
  #shown = '';

  constructor(event, section, take, asked) {
    super(event, section, take, asked);
    this.slot = null;
    this.host = el('div', {});
    this.element = this.head(this.host, this.left);
  }

  tell(areas) {
    const free = areas.filter((area) => this.sells(area) && Date.parse(area.starts_at) > clock.now());
    this.element.hidden = areas.length === 0; // on this date nobody enters
    const now = JSON.stringify([areas, free]);
    if (now === this.#shown) {
      return;
    }
    this.#keep(free);
    this.#shown = now;
    const options = areas.map((area) => ({
      value: area.slot,
      label: area.slot,
      note: [words.date(area.starts_at), area.left === 0 ? commonTexts.soldOut : commonTexts.left(area.left, area.capacity)].join(' · '),
      disabled: !free.includes(area),
    }));
    const focused = this.host.contains(document.activeElement);
    this.host.replaceChildren(choices(t.slot, `slot-${this.section.name}`, options, this.slot, (slot) => this.#choose(slot)));
    if (focused) {
      (this.host.querySelector('input:checked') ?? this.host.querySelector('input:enabled'))?.focus();
    }
  }

  /** Begins with what was asked for before, or the first that is free; one that is gone is told, because no other is meant by it. */
  #keep(free) {
    if (this.#shown === '') {
      this.#choose((free.find((area) => this.asked(area)) ?? free[0])?.slot ?? null);
    } else if (this.slot !== null && !free.some((area) => area.slot === this.slot)) {
      const gone = this.slot;
      this.#choose(null);
      say(this.left, t.slotGone(gone));
    }
  }

  #choose(slot) {
    this.slot = slot;
    this.button.disabled = slot === null;
    say(this.left, '');
  }

  wanted() {
    return { ...super.wanted(), slot: this.slot };
  }
}
