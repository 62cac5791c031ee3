import { Problem } from '../api.js';
import { confirm } from '../kit/dialog.js';
import { el, redraw, say } from '../kit/dom.js';
import { busy, complete, field } from '../kit/fields.js';
import { Notices } from '../kit/notices.js';
import { path } from '../kit/page.js';
import { call } from '../kit/session.js';
import { t } from './event-texts.js';
import * as words from '../words.js';
import { number } from './inputs.js';
import { tellAtFields } from './problems.js';

const AGAIN = 1_500;
// After these, asking again makes nothing better.
const OVER = new Set([401, 403, 404]);
const share = (part) => words.percent(part, 1);

const FIGURES = {
  waiting: ({ waiting }) => words.number(waiting),
  shopping: ({ shopping }) => words.number(shopping),
  admitted: ({ admitted }) => words.number(admitted),
  finished: ({ finished }) => words.number(finished),
  admitted_per_second: ({ admitted_per_second: rate }) => words.rate(rate),
  conversion: ({ conversion }) => share(conversion),
  no_shows: ({ no_shows: away }) => words.number(away),
  left: ({ left_waiting: waiting, left_shopping: shopping }) => words.number(waiting + shopping),
  wait: ({ wait_seconds: { p50 } }) => `${words.rate(p50)} s`,
};

/** A waiting room with its figures, and what its organizer can do about it. */
export class Room {
  #known = null;
  #failed = false;

  constructor(eventId) {
    this.url = `/api${path('queue', eventId, 'control')}`;
    this.notices = new Notices();
    this.state = el('span', { class: 'pill' });
    this.phase = el('p', { class: 'quiet-text' });
    this.bar = el('i');
    this.values = Object.fromEntries(Object.keys(FIGURES).map((name) => [name, el('b', {}, '–')]));
    this.concurrent = number('max_concurrent', 0, { min: 0, max: 1_000_000 });
    this.pace = number('admit_per_second', 1, { min: 1, max: 10_000 });
    this.limits = this.#form();
    this.actions = el('p', { class: 'actions' });
    this.element = el(
      'section',
      { class: 'card room', 'aria-labelledby': 'room' },
      el('div', { class: 'card-head' }, el('h2', { id: 'room' }, t.room), this.state),
      this.phase,
      el('div', { class: 'meter thick' }, this.bar),
      el('dl', { class: 'little-figures' }, Object.keys(FIGURES).map((name) => el('div', {}, el('dt', {}, t.figures[name]), el('dd', {}, this.values[name])))),
      this.limits,
      this.actions,
      this.notices.element,
    );
    this.#look();
  }

  #form() {
    const button = el('button', { class: 'button', type: 'submit' }, t.save);
    const form = el('form', { class: 'row-of-fields', novalidate: true }, field(t.concurrent, this.concurrent), field(t.pace, this.pace), button);
    form.addEventListener('submit', (submitted) => {
      submitted.preventDefault();
      if (complete(form)) {
        const fields = { max_concurrent: this.concurrent, admit_per_second: this.pace };
        busy(button, () => this.#change({ max_concurrent: Number(this.concurrent.value), admit_per_second: Number(this.pace.value) }, fields));
      }
    });
    return form;
  }

  async #look() {
    let pause = this.element.isConnected ? AGAIN : 50;
    try {
      if (!document.hidden && this.element.isConnected) {
        this.#tell(await call('GET', this.url));
        this.#works();
      }
    } catch (problem) {
      this.#fails(problem);
      if (OVER.has(problem.status)) {
        return;
      }
      pause = Math.max(AGAIN, (problem.told?.retry_after ?? 0) * 1000);
    }
    setTimeout(() => this.#look(), pause);
  }

  #works() {
    if (this.#failed) {
      this.#failed = false;
      this.notices.clear();
    }
  }

  /** Told once, not each time that it is tried. */
  #fails(problem) {
    if (!this.#failed) {
      this.notices.problem(problem);
      this.#failed = true;
    }
  }

  async #change(wanted, fields = {}) {
    this.#failed = false;
    try {
      this.#known = null;
      this.#tell(await call('PUT', this.url, { body: wanted }));
      this.notices.tell('good', t.saved);
    } catch (problem) {
      if (!(problem instanceof Problem && tellAtFields(problem, (name) => fields[name]))) {
        this.notices.problem(problem);
      }
    }
  }

  #tell(room) {
    say(this.state, t.state[room.state]);
    this.state.dataset.kind = { open: 'good', paused: 'warn', draining: 'warn', closed: 'off' }[room.state];
    say(this.phase, phase(room));
    this.limits.hidden = room.state === 'closed';
    this.bar.style.width = words.percent(room.figures.shopping, Math.max(room.max_concurrent, 1));
    Object.entries(FIGURES).forEach(([name, of]) => say(this.values[name], of(room.figures)));
    const now = JSON.stringify([room.state, room.max_concurrent, room.admit_per_second]);
    if (now !== this.#known) {
      this.#known = now;
      this.concurrent.value = room.max_concurrent;
      this.pace.value = room.admit_per_second;
      redraw(this.actions, this.#ways(room.state));
    }
  }

  #ways(state) {
    const button = (id, label, act, danger = false) => {
      const element = el('button', { id, class: danger ? 'button danger small' : 'button quiet small', type: 'button', onclick: () => busy(element, act) }, label);
      return element;
    };
    const close = { title: t.closeRoomTitle, body: t.closeRoomBody, yes: t.closeRoom };
    return state === 'closed'
      ? []
      : [
          state === 'paused' ? button('room-pause', t.resume, () => this.#change({ paused: false })) : button('room-pause', t.pause, () => this.#change({ paused: true })),
          state === 'draining' ? button('room-drain', t.resume, () => this.#change({ state: 'open' })) : button('room-drain', t.drain, () => this.#change({ state: 'draining' })),
          button('room-close', t.closeRoom, async () => (await confirm(close)) && this.#change({ state: 'closed' }), true),
        ];
  }
}

/** What a line is doing, with what its organizer has done about it. */
function phase({ phase: now, state, figures: { shopping } }) {
  if (now === 'closed' && shopping > 0) {
    return t.closing;
  }
  return state === 'paused' && now === 'line' ? t.standing : (t.phase[now] ?? '');
}
