import { svg } from './kit/dom.js';
import { marksOf, strokes } from './seat-marks.js';

/** Seats as elements, one each, with names for those who don't see their colours. */
export class SvgSeats {
  constructor(host, role, words) {
    this.role = role;
    this.words = words;
    this.chosen = new Set();
    this.element = svg('svg', { class: 'seats', role: 'presentation' });
    host.prepend(this.element);
  }

  draw(hall, plan) {
    this.hall = hall;
    this.plan = plan;
    this.element.setAttribute('viewBox', `0 0 ${plan.width} ${plan.height}`);
    this.element.setAttribute('width', plan.width);
    this.element.setAttribute('height', plan.height);
    const radius = (plan.pitch * 0.39).toFixed(2);
    this.seats = hall.ids.map((id, seat) =>
      svg('circle', {
        class: 'place',
        role: this.role,
        id: `seat-${seat}`,
        cx: plan.x[seat].toFixed(1),
        cy: plan.y[seat].toFixed(1),
        r: radius,
        'data-seat': id,
        'data-status': hall.status(seat),
        'aria-label': this.words(seat),
        'aria-selected': this.role === 'option' ? this.chosen.has(seat) : null,
      }),
    );
    this.element.replaceChildren(...decorations(plan), ...hall.sections.map((section) => this.#group(section)), this.#marks());
  }

  #group(section) {
    const seats = this.seats.slice(section.first, section.first + section.seats);
    return svg('g', { role: 'group', 'aria-label': `Section ${section.name}, ${section.grade}` }, seats);
  }

  /** Where seats are chosen: what is special about them, over them; the seats' names say it too. */
  #marks() {
    const { x, y, pitch } = this.plan;
    const marked = this.role === 'option' ? [...marksOf(this.hall, pitch)] : [];
    const marks = marked.map(([seat, mark]) => {
      const transform = `translate(${x[seat].toFixed(1)} ${y[seat].toFixed(1)}) scale(${(pitch * 0.39).toFixed(2)})`;
      return svg('path', { class: 'mark', 'data-mark': mark, transform, d: strokes(mark) });
    });
    return svg('g', { 'aria-hidden': 'true' }, marks);
  }

  /** The id of a seat's element. */
  id(seat) {
    return this.seats[seat].id;
  }

  /** Shows which seats are chosen. */
  choose(seat, chosen) {
    this.chosen[chosen ? 'add' : 'delete'](seat);
    const element = this.seats?.[seat]; // Not drawn yet where there is no room yet.
    element?.setAttribute('aria-selected', chosen);
    element?.setAttribute('aria-label', this.words(seat));
  }

  change(seats) {
    for (const seat of seats) {
      const element = this.seats[seat];
      element.setAttribute('data-status', this.hall.status(seat));
      element.setAttribute('aria-label', this.words(seat));
      element.classList.add('fresh');
      element.addEventListener('animationend', () => element.classList.remove('fresh'), { once: true });
    }
  }

  remove() {
    this.element.remove();
  }
}

/** What surrounds the seats: the stage, and the sections' names where there is room for them. */
export function decorations({ stage, labels, pitch }) {
  const word = svg('text', { class: 'stage-word', x: stage.x, y: stage.y, 'font-size': size(pitch) }, 'STAGE');
  const names = labels
    .filter(({ room, section }) => room > section.name.length * 8)
    .map(({ section, x, y, room, turn }) => {
      const long = `${section.name} · ${section.grade}`;
      const transform = `translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${turn.toFixed(1)})`;
      return svg('text', { class: 'section-word', transform, 'font-size': size(pitch) }, room > long.length * 8 ? long : section.name);
    });
  return [svg('path', { class: 'stage', d: stage.path }), word, ...names];
}

function size(pitch) {
  return Math.max(9, Math.min(13, pitch * 1.5)).toFixed(1);
}
