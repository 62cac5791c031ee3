import { get } from '../api.js';
import { el, fill, say } from '../kit/dom.js';
import { clock, path } from '../kit/page.js';
import { t as commonTexts } from '../kit/texts.js';
import { t } from './events-texts.js';
import * as words from '../words.js';
import { byTime, lastStart } from './dates.js';
import { picture } from './poster.js';

const SOON = 24 * 3_600_000;

/** An event in the list, which looks up what is left of it while it is in sight. */
export class Card {
  #seen = false;

  constructor(event) {
    this.event = event;
    this.pill = el('span', { class: 'pill' });
    this.left = el('p', { class: 'left' });
    this.link = el('a', { href: path('events', event.event_id) }, event.title);
    this.element = el(
      'li',
      { class: 'event' },
      el('div', { class: 'picture' }, picture(event), this.pill),
      el(
        'div',
        { class: 'about-event' },
        el('h2', {}, this.link),
        el('p', { class: 'quiet-text' }, [words.step(event.category), event.region].join(' · ')),
        el('p', {}, when(event)),
        this.left,
      ),
    );
    this.tick();
    new IntersectionObserver(([entry]) => {
      this.#seen = entry.isIntersecting;
      this.refresh();
    }).observe(this.element);
  }

  focus() {
    this.link.focus();
  }

  /** Tells where the sale is in its life. */
  tick() {
    const opens = Date.parse(this.event.on_sale_at);
    const wait = opens - clock.now();
    const [kind, text] = state(this.event, wait, opens);
    this.pill.dataset.kind = kind;
    say(this.pill, text);
  }

  async refresh() {
    if (!this.#seen || !this.element.isConnected) {
      return;
    }
    const event = await get(`/api${path('events', this.event.event_id)}`).catch(() => null);
    if (event === null) {
      return; // What is left is an extra; the event's own page tells of trouble.
    }
    this.event = event;
    this.#tell(event);
    this.tick();
  }

  #tell({ sections, performances, currency }) {
    const price = t.from_(words.price(Math.min(...sections.map((section) => section.price)), currency));
    const sells = toCome({ performances }).filter((each) => each.seats_left !== undefined);
    const left = sells.reduce((sum, each) => sum + each.seats_left, 0);
    const held = sells.reduce((sum, each) => sum + each.seats_held, 0);
    const all = sells.flatMap((each) => each.sections).reduce((sum, each) => sum + each.seats, 0);
    const meter = el('i');
    meter.style.width = `${all === 0 ? 0 : (100 * left) / all}%`;
    fill(
      this.left,
      el('span', { class: 'row' }, el('b', {}, price), all > 0 && el('span', {}, left === 0 ? commonTexts.gone(held) : commonTexts.left(left, all))),
      all > 0 && el('span', { class: 'meter' }, meter),
    );
  }
}

/** The dates that still happen, as long as there are any, the earliest first. */
function toCome(event) {
  const performances = byTime(event);
  const happening = performances.filter((each) => each.status !== 'cancelled');
  const coming = happening.filter((each) => lastStart(each) > clock.now());
  return [coming, happening, performances].find((dates) => dates.length > 0);
}

function when(event) {
  const [first, ...others] = toCome(event);
  return others.length > 0 ? `${words.date(first.starts_at)} ${t.dates(others.length)}` : words.date(first.starts_at);
}

function state(event, wait, opens) {
  if (event.status === 'closed' || event.line?.state === 'closed') {
    return ['off', t.closed];
  }
  if (wait <= 0) {
    return toCome(event).every((each) => each.seats_left === 0 && each.seats_held === 0) ? ['off', commonTexts.soldOut] : ['good', t.onSale];
  }
  return ['warn', wait < SOON ? t.opensIn(words.lasting(wait)) : `${t.opens} ${words.date(opens)}`];
}
