import { Countdown } from '../kit/countdown.js';
import { el, say } from '../kit/dom.js';
import { clock } from '../kit/page.js';
import { t } from './event-texts.js';
import { phaseOf } from './phase.js';

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
    const now = phaseOf(this.event, this.performance, clock.now());
    say(this.phase, now.phase);
    this.element.dataset.phase = now.name;
    this.#count(now.until);
    const opened = this.button.disabled && now.to !== undefined && this.#drawn;
    this.to = now.to;
    this.button.disabled = now.to === undefined;
    this.button.hidden = now.button === undefined;
    say(this.button, now.button ?? '');
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
