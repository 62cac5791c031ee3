import { Countdown } from '../kit/countdown.js';
import { el, say } from '../kit/dom.js';
import { clock, path } from '../kit/page.js';
import { admission, place } from '../kit/places.js';
import { t as commonTexts } from '../kit/texts.js';
import { t } from './event-texts.js';
import { t as lineTexts } from './line-texts.js';
import { lastStart } from './dates.js';

/** Where the sale is in its life, and the button by which one gets in. */
export class Booking {
  constructor() {
    this.countdown = new Countdown(() => this.#draw());
    this.phase = el('p', { class: 'phase-words' });
    this.hint = el('p', { class: 'quiet-text' });
    this.news = el('p', { class: 'unseen', role: 'status' });
    this.button = el('button', { class: 'button large', id: 'book', type: 'button', disabled: true, onclick: () => location.assign(this.to) });
    this.element = el(
      'section',
      { class: 'card booking' },
      this.phase,
      this.countdown.element,
      el('p', { class: 'quiet-text by-clock' }, t.serverClock),
      this.button,
      this.hint,
      this.news,
    );
  }

  tell(event, performance) {
    this.event = event;
    this.performance = performance;
    this.#draw();
  }

  /** What there is to do now, decided by the server's clock alone. */
  #draw() {
    const now = stand(this.event, this.performance, clock.now());
    say(this.phase, now.phase);
    this.element.dataset.phase = now.name;
    this.#count(now.until);
    const opened = this.button.disabled && now.to !== undefined && this.#drawn;
    this.to = now.to;
    this.button.disabled = now.to === undefined;
    say(this.button, now.button);
    say(this.hint, now.hint ?? '');
    if (opened) {
      say(this.news, `${now.phase}. ${now.button}`);
    }
    this.#drawn = true;
  }

  #drawn = false;

  #count(until) {
    const counts = until !== undefined;
    this.countdown.element.hidden = !counts;
    this.element.querySelector('.by-clock').hidden = !counts;
    if (counts && this.countdown.instant !== until) {
      this.countdown.until(until);
    }
  }
}

function stand(event, performance, now) {
  const opens = Date.parse(event.on_sale_at);
  const room = event.waiting_room;
  const closed = event.status === 'closed' || (event.sale_ends_at && Date.parse(event.sale_ends_at) <= now);
  if (closed || performance.status === 'cancelled' || lastStart(performance) <= now) {
    const phase = closed ? t.closed : performance.status === 'cancelled' ? t.cancelledDate : t.ended;
    return { name: 'over', phase, button: t.book };
  }
  const of = `?performance=${encodeURIComponent(performance.performance_id)}`;
  const seats = path('events', event.event_id, 'seats') + of;
  return room ? queued(event, room, opens, now, { seats, line: path('events', event.event_id, 'line') + of }) : open(event, performance, opens, now, seats);
}

function open(event, performance, opens, now, seats) {
  const button = event.sections.some((section) => section.mode === 'seat') ? t.book : t.bookQuantity;
  if (now < opens) {
    return { name: 'before', phase: t.opensIn, until: opens, button, hint: t.notYet };
  }
  if (performance.seats_left === 0) {
    const gone = commonTexts.gone(performance.seats_held);
    return { name: 'out', phase: gone, button: gone };
  }
  return { name: 'open', phase: t.onSale, button, to: seats };
}

function queued(event, room, opens, now, { seats, line }) {
  const doors = Date.parse(room.opens_at);
  if (admission(event.event_id, now)) {
    return { name: 'open', phase: lineTexts.yourTurn, button: t.shop, to: seats };
  }
  if (event.line?.state === 'closed') {
    return { name: 'over', phase: t.lineClosed, button: t.book };
  }
  if (place(event.event_id)) {
    return { name: 'open', phase: now < opens ? t.drawnIn : t.onSale, until: now < opens ? opens : undefined, button: t.back, to: line };
  }
  if (event.line?.joinable === false) {
    return { name: 'over', phase: t.lineFull, button: t.joinLine, hint: t.lineFullHint };
  }
  if (now < doors) {
    return { name: 'before', phase: t.roomOpensIn, until: doors, button: t.join, hint: t.notYet };
  }
  if (now < opens) {
    return { name: 'open', phase: t.drawnIn, until: opens, button: t.join, hint: t.whyRoom, to: `${line}#join` };
  }
  return { name: 'open', phase: t.onSale, button: t.joinLine, to: `${line}#join` };
}
