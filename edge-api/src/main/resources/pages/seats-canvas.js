import { STATUSES } from './hall.js';
import { el, svg } from './kit/dom.js';
import { marksOf, strokes } from './seat-marks.js';
import { decorations } from './seats-svg.js';

/** Seats as pixels, for halls with more seats than a page can have elements. */
export class CanvasSeats {
  /** Where seats are chosen, it is marked what is special about them. */
  constructor(host, marked) {
    this.marked = marked;
    this.canvas = el('canvas', { 'aria-hidden': true });
    this.frame = svg('svg', { 'aria-hidden': true });
    this.element = el('div', { class: 'seats' }, this.canvas, this.frame);
    host.prepend(this.element);
    this.chosen = new Set();
    this.dark = matchMedia('(prefers-color-scheme: dark)');
    this.repaint = () => this.hall && this.#paint(this.hall.ids.keys());
    this.dark.addEventListener('change', this.repaint);
  }

  draw(hall, plan) {
    this.hall = hall;
    this.plan = plan;
    this.marks = this.marked ? marksOf(hall, plan.pitch) : new Map();
    const sharp = Math.min(devicePixelRatio || 1, 2);
    this.canvas.width = Math.round(plan.width * sharp);
    this.canvas.height = Math.round(plan.height * sharp);
    for (const layer of [this.canvas, this.frame]) {
      layer.style.width = `${plan.width}px`;
      layer.style.height = `${plan.height}px`;
    }
    this.frame.setAttribute('viewBox', `0 0 ${plan.width} ${plan.height}`);
    this.frame.replaceChildren(...decorations(plan));
    this.brush = this.canvas.getContext('2d');
    this.brush.setTransform(sharp, 0, 0, sharp, 0, 0);
    this.#paint(hall.ids.keys());
  }

  /** So many seats have no elements. */
  id() {
    return null;
  }

  /** Shows which seats are chosen. */
  choose(seat, chosen) {
    this.chosen[chosen ? 'add' : 'delete'](seat);
    if (this.plan) {
      this.#paint([seat]);
    }
  }

  change(seats) {
    this.#paint(seats);
  }

  #paint(seats) {
    const style = getComputedStyle(this.canvas);
    const colours = STATUSES.map((status) => style.getPropertyValue(`--${status}`));
    const own = style.getPropertyValue('--good');
    const marks = style.getPropertyValue('--card');
    const { x, y, pitch } = this.plan;
    const side = Math.max(pitch * 0.76, 0.8);
    for (const seat of seats) {
      this.brush.fillStyle = this.chosen.has(seat) ? own : colours[this.hall.codes[seat]];
      this.brush.clearRect(x[seat] - pitch / 2, y[seat] - pitch / 2, pitch, pitch);
      this.brush.fillRect(x[seat] - side / 2, y[seat] - side / 2, side, side);
      if (this.marks.has(seat)) {
        this.#mark(this.marks.get(seat), x[seat], y[seat], side / 2, marks);
      }
    }
  }

  #mark(mark, x, y, size, colour) {
    this.brush.save();
    this.brush.translate(x, y);
    this.brush.scale(size, size);
    this.brush.lineWidth = 0.24;
    this.brush.strokeStyle = colour;
    this.brush.stroke(new Path2D(strokes(mark)));
    this.brush.restore();
  }

  remove() {
    this.dark.removeEventListener('change', this.repaint);
    this.element.remove();
  }
}
