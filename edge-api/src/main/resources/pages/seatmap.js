import { place } from './layout.js';
import { CanvasSeats } from './seats-canvas.js';
import { SvgSeats } from './seats-svg.js';

const MOST_ELEMENTS = 6_000;
const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** The hall as people see it and walk through it, with the pointer or the arrow keys. */
export class SeatMap {
  #seats = null;
  #hall = null;
  #plan = null;
  #at = null;

  /**
   * A map. `describe` puts a seat into words; with `onPick`, seats can be chosen.
   */
  constructor(host, ring, caption, { describe = (hall, seat) => hall.words(seat), onPick = null, roomiest } = {}) {
    this.describe = describe;
    this.onPick = onPick;
    this.roomiest = roomiest;
    this.host = host;
    this.ring = ring;
    this.caption = caption;
    this.hint = caption.textContent;
    new ResizeObserver(() => this.#fit()).observe(host);
    host.addEventListener('pointermove', (event) => this.#point(event));
    host.addEventListener('pointerleave', () => this.#go(null));
    host.addEventListener('blur', () => this.#go(null));
    host.addEventListener('keydown', (event) => this.#key(event));
    if (onPick) {
      host.addEventListener('click', (event) => this.#click(event));
    }
  }

  /** How far apart seats are, in pixels. */
  get pitch() {
    return this.#plan?.pitch ?? 0;
  }

  /** Shows whether a seat is chosen. */
  choose(seat, chosen) {
    this.#seats.choose(seat, chosen);
    if (seat === this.#at) {
      this.#go(seat);
    }
  }

  /** Shows another hall. */
  show(hall) {
    this.#seats?.remove();
    this.#hall = hall;
    this.#at = null;
    const words = (seat) => this.describe(hall, seat);
    this.#seats = hall.ids.length > MOST_ELEMENTS ? new CanvasSeats(this.host, this.onPick !== null) : new SvgSeats(this.host, this.onPick ? 'option' : 'img', words);
    this.#plan = null;
    this.#fit();
  }

  /** Shows what changed in it. */
  change(seats) {
    if (this.#plan) {
      this.#seats.change(seats);
      if (seats.includes(this.#at)) {
        this.#go(this.#at);
      }
    }
  }

  #fit() {
    const width = Math.floor(this.host.clientWidth);
    if (!this.#hall || width === 0 || this.#plan?.width === width) {
      return;
    }
    const tallest = width < 600 ? width * 2.2 : Math.max(440, Math.min(innerHeight - 432, width * 0.9));
    this.#plan = place(this.#hall, width, tallest, this.roomiest);
    this.#seats.draw(this.#hall, this.#plan);
    this.#go(null);
  }

  #point(event) {
    const { left, top } = this.host.getBoundingClientRect();
    this.#go(this.#nearest(event.clientX - left, event.clientY - top, 1));
  }

  #click(event) {
    const { left, top } = this.host.getBoundingClientRect();
    const seat = this.#nearest(event.clientX - left, event.clientY - top, 1);
    if (seat !== null) {
      this.#go(seat);
      this.onPick(seat, event.pointerType);
    }
  }

  #key(event) {
    if (this.onPick && this.#at !== null && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      this.onPick(this.#at, 'keyboard');
      return;
    }
    const step = STEPS[event.key];
    if (!step || !this.#plan || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    event.preventDefault();
    this.#go(this.#at === null ? 0 : this.#next(this.#at, step));
  }

  #next(seat, [aside, down]) {
    const line = this.#hall.line(seat);
    if (aside !== 0) {
      const beside = seat + aside;
      return beside >= line.first && beside < line.first + line.seats ? beside : seat;
    }
    // The next line may be in a section below, so it is looked for by its place rather than its number.
    const { x, y, pitch } = this.#plan;
    for (let off = 1; off <= 8; off++) {
      const below = this.#nearest(x[seat], y[seat] + down * off * pitch, 1.5);
      if (below !== null && this.#hall.line(below) !== line && (y[below] - y[seat]) * down > 0) {
        return below;
      }
    }
    return seat;
  }

  /** The seat at a place, within so many distances between seats. */
  #nearest(atX, atY, within) {
    if (!this.#plan) {
      return null;
    }
    const { x, y, pitch } = this.#plan;
    let best = null;
    let least = (pitch * within) ** 2;
    for (let seat = 0; seat < x.length; seat++) {
      const away = (x[seat] - atX) ** 2 + (y[seat] - atY) ** 2;
      if (away < least) {
        least = away;
        best = seat;
      }
    }
    return best;
  }

  #go(seat) {
    this.#at = seat;
    this.ring.hidden = seat === null;
    this.caption.textContent = seat === null ? this.hint : this.describe(this.#hall, seat);
    const id = seat === null ? null : this.#seats.id(seat);
    if (this.onPick && id !== null) {
      this.host.setAttribute('aria-activedescendant', id);
    } else {
      this.host.removeAttribute('aria-activedescendant');
    }
    if (seat !== null) {
      const { x, y, pitch } = this.#plan;
      const side = pitch + 8;
      this.ring.style.width = this.ring.style.height = `${side}px`;
      this.ring.style.transform = `translate(${x[seat] - side / 2}px, ${y[seat] - side / 2}px)`;
    }
  }
}
