import { el } from '../kit/dom.js';
import { choices } from '../kit/fields.js';
import { clock } from '../kit/page.js';
import { t as commonTexts } from '../kit/texts.js';
import { t } from './event-texts.js';
import { t as eventsTexts } from './events-texts.js';
import * as words from '../words.js';

/** The dates of an event, the earliest first, in whatever order they were posted. */
export function byTime({ performances }) {
  return [...performances].sort((one, other) => Date.parse(one.starts_at) - Date.parse(other.starts_at));
}

/** The date of an event that is asked for, or the first that can still be gone to. */
export function dateOf(event, wanted) {
  const performances = byTime(event);
  const possible = performances.filter((each) => each.status !== 'cancelled');
  const coming = possible.find((each) => lastStart(each) > clock.now());
  return possible.find((each) => each.performance_id === wanted) ?? coming ?? possible[0] ?? performances[0];
}

/** When a date begins, or somebody enters for the last time. */
export function lastStart({ starts_at: start, sections = [] }) {
  const entries = sections.flatMap(({ slots = [] }) => slots.map((slot) => slot.starts_at));
  return Math.max(...[start, ...entries].map((each) => Date.parse(each)));
}

/** The dates of an event, one of which is looked at. */
export class Dates {
  #shown = '';

  constructor(choose) {
    this.choose = choose;
    this.element = el('section', { class: 'card dates' });
  }

  /** The date that is looked at. */
  get chosen() {
    return this.event.performances.find((each) => each.performance_id === this.id);
  }

  tell(event) {
    this.event = event;
    const wanted = this.id ?? new URLSearchParams(location.search).get('performance');
    this.id = dateOf(event, wanted).performance_id;
    const now = JSON.stringify(event.performances.map((each) => [each.starts_at, each.status, note(each)]));
    if (now !== this.#shown) {
      this.#shown = now;
      this.#draw();
    }
  }

  #draw() {
    const focused = this.element.contains(document.activeElement);
    const options = byTime(this.event).map((each) => ({
      value: each.performance_id,
      label: words.date(each.starts_at),
      note: [each.label, each.round > 1 && t.round(each.round), note(each)].filter(Boolean).join(' · '),
      disabled: each.status === 'cancelled',
    }));
    this.element.replaceChildren(
      choices(t.dates, 'performance', options, this.id, (value) => {
        this.id = value;
        this.choose(this.chosen);
      }),
    );
    if (focused) {
      this.element.querySelector('input:checked')?.focus();
    }
  }
}

function note({ status, seats_left: left, seats_held: held }) {
  if (status === 'cancelled') {
    return t.cancelledDate;
  }
  if (left === undefined) {
    return '';
  }
  return left === 0 ? commonTexts.gone(held) : `${words.number(left)} ${eventsTexts.seats.toLowerCase()}`;
}
