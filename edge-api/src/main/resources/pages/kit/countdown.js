import { el, say } from './dom.js';
import { clock } from './page.js';
import * as words from '../words.js';

const OFTEN = 200;

/**
 * The time until an instant, by the server's clock. `over` is called once it has come; it is asked for at the instant itself, not at the
 * next tick.
 */
export class Countdown {
  #timer = null;
  #last = null;

  constructor(over = () => {}) {
    this.over = over;
    this.element = el('b', { class: 'countdown', role: 'timer' });
  }

  /** Counts down to this instant, in milliseconds. */
  until(instant) {
    this.instant = instant;
    this.stop();
    this.#tick();
  }

  stop() {
    clearTimeout(this.#timer);
  }

  #tick() {
    const left = this.instant - clock.now();
    // Whoever sees 00:01 has at least a second, so what is left of it counts as one.
    say(this.element, words.lasting(Math.ceil(left / 1000) * 1000));
    if (left > 0) {
      this.#timer = setTimeout(() => this.#tick(), Math.min(OFTEN, left));
    } else if (this.#last !== this.instant) {
      this.#last = this.instant;
      this.over();
    }
  }
}
