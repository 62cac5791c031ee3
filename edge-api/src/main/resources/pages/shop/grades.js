import { el, say } from '../kit/dom.js';
import { t as commonTexts } from '../kit/texts.js';
import { t } from './event-texts.js';
import * as words from '../words.js';

/** What each grade costs and how much of it is left, kept up to date. */
export class Grades {
  #rows = new Map();

  constructor() {
    this.body = el('ul', { class: 'grades' });
    this.element = el('section', { class: 'card', 'aria-labelledby': 'grades' }, el('h2', { id: 'grades' }, t.grades), this.body);
  }

  tell(event, performance) {
    const grades = new Map();
    for (const section of event.sections) {
      const { prices, names } = grades.get(section.grade) ?? { prices: [], names: [] };
      grades.set(section.grade, { prices: [...prices, section.price], names: [...names, section.name] });
    }
    for (const [grade, { prices, names }] of grades) {
      const row = this.#rows.get(grade) ?? this.#add(grade, words.prices(Math.min(...prices), Math.max(...prices), event.currency), names.join(', '));
      const places = performance.grades?.find((each) => each.grade === grade);
      row.element.dataset.out = places?.seats_left === 0;
      say(row.left, places === undefined ? '' : left(performance, places));
      row.meter.style.width = places === undefined ? '100%' : `${(100 * places.seats_left) / Math.max(places.seats, 1)}%`;
    }
  }

  #add(grade, cost, names) {
    const left = el('span', { class: 'quiet-text' });
    const meter = el('i');
    const element = el(
      'li',
      {},
      el('span', { class: 'grade' }, grade),
      el('b', {}, cost),
      el('span', { class: 'quiet-text names' }, names),
      left,
      el('span', { class: 'meter' }, meter),
    );
    this.body.append(element);
    const row = { element, left, meter };
    this.#rows.set(grade, row);
    return row;
  }
}

function left({ status }, { seats_left: free, seats_held: held, seats }) {
  if (status === 'cancelled') {
    return t.cancelledDate;
  }
  return free === 0 ? commonTexts.gone(held) : commonTexts.left(free, seats);
}
