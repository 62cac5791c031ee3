import { el, fill, say } from '../kit/dom.js';
import { busy } from '../kit/fields.js';
import { t as problemsTexts } from '../kit/problem-texts.js';
import { t as commonTexts } from '../kit/texts.js';
import { t } from './seats-texts.js';
import { marksOf, sample } from '../seat-marks.js';
import { SeatMap } from '../seatmap.js';
import * as words from '../words.js';
import { inWords, special } from './special.js';

const TINY = 11;
const ROOMIEST = 26;

/** The seat map from which seats are chosen, and the list of those that are. */
export class Picker {
  #hall = null;
  #wanted = [];
  #picks = new Map();
  #companions = new Map();

  constructor(event, { take, asked, section, tell, clear }) {
    this.event = event;
    this.asked = asked;
    this.tell = tell;
    this.clear = clear;
    this.follow = section;
    this.caption = el('output', { class: 'seat', id: 'seat' }, matchMedia('(pointer: coarse)').matches ? t.hintTouch : t.hint);
    const ring = el('div', { class: 'ring', hidden: true });
    const host = el(
      'div',
      { class: 'hall', id: 'hall', tabindex: 0, role: 'listbox', 'aria-multiselectable': 'true', 'aria-label': t.map, 'aria-describedby': 'seat' },
      ring,
    );
    this.map = new SeatMap(host, ring, this.caption, {
      roomiest: ROOMIEST,
      describe: (hall, seat) => this.#words(hall, seat),
      onPick: (seat, by) => this.#pick(seat, by),
    });
    this.chips = el('div', { class: 'chips', role: 'group', 'aria-label': t.sections });
    this.#sections();
    this.legend = legend();
    this.element = el('section', { class: 'card map', 'aria-label': t.title }, el('div', { class: 'card-head' }, this.chips, this.legend), host, this.caption);
    this.list = el('ul', { class: 'picks' });
    this.sum = el('p', { class: 'sum', role: 'status' });
    this.button = el('button', { class: 'button large', type: 'button', id: 'take', onclick: () => busy(this.button, () => take([...this.#picks.keys()])) });
    this.basket = el('section', { class: 'card basket', 'aria-labelledby': 'basket' }, el('h2', { id: 'basket' }, t.chosen), this.list, this.sum, this.button);
    this.#tell();
  }

  /** Seats to choose as soon as the map is there. */
  want(seats) {
    this.#wanted = seats;
  }

  /** Chooses these seats and no others. */
  replace(seats) {
    [...this.#picks.keys()].forEach((seat) => this.#drop(seat));
    this.#wanted = seats;
    this.#takeWanted();
    this.#tell();
  }

  /** Whether it is a seat on the map. */
  knows(id) {
    return this.#hall?.index.get(id) !== undefined;
  }

  /** What people call a seat; its id where it is not on the map. */
  name(id) {
    const seat = this.#hall?.index.get(id);
    return seat === undefined ? id : t.seatName(this.#hall.seat(seat));
  }

  show(hall) {
    this.#hall = hall;
    hall.companions.forEach((companion, wheelchair) => this.#companions.set(wheelchair, companion));
    fill(this.legend, legendOf(hall));
    this.map.show(hall);
    this.#picks.forEach((pick, id) => hall.index.has(id) && this.map.choose(hall.index.get(id), true));
    this.#takeWanted();
    this.#tell();
  }

  change(seats) {
    this.map.change(seats);
    for (const seat of seats) {
      const id = this.#hall.ids[seat];
      if (this.#picks.has(id) && !this.#free(id)) {
        this.tell('bad', t.gone(this.name(id)));
        this.#drop(id);
      }
    }
    this.#tell();
  }

  /** What was asked for is refused: what somebody else has is chosen no more. */
  refused(taken = []) {
    for (const id of [...this.#picks.keys()].filter((each) => taken.includes(each) || !this.#free(each))) {
      this.#drop(id);
    }
    this.#tell();
  }

  /** Whether a seat can be chosen, which one's own can that was asked for and may be held by now. */
  #free(id) {
    const seat = this.#hall?.index.get(id);
    return seat === undefined || this.#hall.status(seat) === 'available' || this.asked(id);
  }

  #takeWanted() {
    for (const id of this.#wanted) {
      const seat = this.#hall?.index.get(id);
      if (seat !== undefined && this.#free(id)) {
        this.#add(id, seat);
      }
    }
    this.#wanted = [];
  }

  #pick(seat, by) {
    const id = this.#hall.ids[seat];
    this.clear();
    if (by === 'touch' && this.map.pitch < TINY && this.#section === null && this.event.sections.length > 1) {
      this.#choose(this.#hall.seat(seat).section);
    } else if (this.#picks.has(id)) {
      this.#drop(id);
    } else if (!this.#free(id)) {
      this.tell('bad', t.notFree);
    } else if (this.#isKept(id)) {
      this.tell('bad', problemsTexts.companion_only);
    } else if (this.#isFull()) {
      this.tell('bad', t.limit(this.event.ticket_limit));
    } else {
      this.#add(id, seat);
      this.#bringAlong(this.#companions.get(id));
    }
    this.#tell();
  }

  #isFull() {
    return this.#picks.size >= this.event.ticket_limit;
  }

  /** Whether it is the companion seat of a wheelchair place that is still to be had, and not chosen. */
  #isKept(id) {
    return [...this.#companions].some(([wheelchair, companion]) => companion === id && !this.#picks.has(wheelchair) && this.#free(wheelchair));
  }

  /** The companion seat of a wheelchair place is chosen with it where it can be had; who comes alone gives it back. */
  #bringAlong(companion) {
    const seat = this.#hall.index.get(companion);
    if (seat !== undefined && !this.#picks.has(companion) && this.#free(companion) && !this.#isFull()) {
      this.#add(companion, seat);
    }
  }

  #add(id, seat) {
    this.#picks.set(id, this.#hall.seat(seat));
    this.map.choose(seat, true);
  }

  /** A companion seat goes with its wheelchair place, without which it is for nobody. */
  #drop(id) {
    this.#picks.delete(id);
    const companion = this.#companions.get(id);
    if (this.#picks.has(companion)) {
      this.#drop(companion);
    }
    const seat = this.#hall.index.get(id);
    if (seat !== undefined) {
      this.map.choose(seat, false);
    }
  }

  #tell() {
    const { currency, fee_per_ticket: fee = 0 } = this.event;
    const picks = [...this.#picks];
    fill(
      this.list,
      picks.map(([id, pick]) =>
        el(
          'li',
          {},
          el('span', {}, t.seatName(pick), el('small', {}, ` ${pick.grade}`), special(pick.attributes), this.#accompanies(id) && el('small', { class: 'why' }, t.companionWhy)),
          el('b', {}, words.price(pick.price, currency)),
          el('button', { class: 'remove', type: 'button', 'aria-label': `${commonTexts.remove}: ${t.seatName(pick)}`, onclick: () => this.#remove(id) }, '×'),
        ),
      ),
    );
    const total = picks.reduce((sum, [, { price }]) => sum + price + fee, 0);
    const more = fee > 0 && picks.length > 0 ? ` (${commonTexts.fees}: ${words.price(fee * picks.length, currency)})` : '';
    say(this.sum, picks.length === 0 ? t.nothing : `${commonTexts.total}: ${words.price(total, currency)}${more}`);
    say(this.button, picks.length === 0 ? t.takeNone : t.take(picks.length));
    this.button.disabled = picks.length === 0;
  }

  /** Whether it is there for the sake of a wheelchair place that is chosen. */
  #accompanies(id) {
    return [...this.#picks.keys()].some((other) => this.#companions.get(other) === id);
  }

  #remove(id) {
    this.#drop(id);
    this.#tell();
    (this.list.querySelector('button') ?? this.map.host).focus();
  }

  #section = null;

  #sections() {
    const names = this.event.sections.filter((section) => section.mode === 'seat').map((section) => section.name);
    if (names.length > 1) {
      const chip = (name, text) => el('button', { class: 'chip', type: 'button', 'aria-pressed': name === this.#section, onclick: () => this.#choose(name) }, text);
      fill(this.chips, chip(null, t.all), names.map((name) => chip(name, name)));
    }
  }

  #choose(name) {
    if (name !== this.#section) {
      this.#section = name;
      [...this.chips.children].forEach((chip, i) => chip.setAttribute('aria-pressed', name === null ? i === 0 : chip.textContent === name && i > 0));
      this.follow(name);
    }
  }

  #words(hall, seat) {
    const { section, row, number, grade, price, attributes } = hall.seat(seat);
    return t.seat({
      section,
      row,
      number,
      grade,
      price: words.price(price, this.event.currency),
      status: t.status[hall.status(seat)],
      attributes: inWords(attributes),
      chosen: this.#picks.has(hall.ids[seat]),
    });
  }
}

function legend() {
  return el('ul', { class: 'legend', 'aria-label': t.legendOf }, legendOf(null));
}

/** What the colours mean, and the marks that there are in a hall. */
function legendOf(hall) {
  const marks = hall === null ? [] : [...new Set(marksOf(hall).values())];
  return [
    Object.entries(t.legend).map(([status, text]) => el('li', { 'data-status': status }, text)),
    marks.map((mark) => el('li', { 'data-mark': mark }, sample(mark), inWords([mark]))),
  ];
}
