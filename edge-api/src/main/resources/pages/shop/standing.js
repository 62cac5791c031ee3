import { Countdown } from '../kit/countdown.js';
import { el, say } from '../kit/dom.js';
import { clock } from '../kit/page.js';
import { t } from './line-texts.js';
import * as words from '../words.js';
import { awaited } from './beacon.js';
import { Left } from './left.js';

/** How a place in line stands, told as it changes. */
export class Standing {
  constructor(event, place) {
    this.event = event;
    this.place = place;
    this.head = el('p', { class: 'quiet-text' });
    this.big = el('p', { class: 'position' });
    this.countdown = new Countdown(() => this.#drawIn(this.room));
    this.ahead = el('p', { class: 'ahead' });
    this.bar = el('i');
    this.meter = el('div', { class: 'meter thick', role: 'progressbar', 'aria-valuemin': 0, 'aria-valuemax': 100, 'aria-label': t.position }, this.bar);
    this.wait = el('p');
    this.news = el('p', { class: 'state-of-line', role: 'status' });
    this.left = new Left();
    this.spoken = el('p', { class: 'unseen', role: 'status' });
    this.element = el('div', { class: 'standing' }, this.head, this.big, this.countdown.element, this.ahead, this.meter, this.wait, this.news, this.left.element, this.spoken);
  }

  tell(status) {
    const drawn = status.phase !== 'pre_queue';
    this.big.hidden = this.meter.hidden = this.wait.hidden = !drawn;
    this.countdown.element.hidden = drawn;
    if (drawn) {
      this.#inLine(status);
    } else {
      this.#inDraw(status.room);
    }
    say(this.news, this.#news(status, drawn));
  }

  /** Whoever came too late for a draw that is pending has a place behind it, and waits for it all the same. */
  #news({ room: { state, phase } }, drawn) {
    const { beacon } = this.event.waiting_room;
    const waits = drawn && phase === 'draw_pending' && beacon;
    return { paused: t.paused, draining: t.draining }[state] ?? (waits ? awaited(beacon) : '');
  }

  #inDraw(room) {
    this.room = room;
    document.title = `${t.inDraw} · ${this.event.title}`;
    say(this.ahead, this.place?.sequence === undefined ? '' : t.number(this.place.sequence));
    this.#drawIn(room);
  }

  /** Until the sale begins, and then until the beacon's round is due where the draw waits for one. */
  #drawIn({ phase, draws_at: begins }) {
    const { beacon } = this.event.waiting_room;
    const waits = phase === 'draw_pending' && beacon;
    const until = Date.parse(waits ? beacon.due_at : begins);
    const counts = until > clock.now();
    const now = counts ? `${t.inDraw}. ${t.drawnIn}` : t.drawNow;
    say(this.head, waits ? awaited(beacon) : now);
    this.countdown.element.hidden = !counts;
    if (counts && this.countdown.instant !== until) {
      this.countdown.until(until);
    }
  }

  #inLine({ phase, queue_position: position, people_ahead: ahead, percent, estimated_wait_time: wait }) {
    this.countdown.stop();
    if (phase === 'admitted') {
      document.title = `${t.turnTitle} · ${this.event.title}`;
      say(this.head, '');
      say(this.big, t.yourTurn);
      say(this.ahead, '');
      say(this.spoken, t.yourTurn);
      return;
    }
    say(this.head, t.position);
    say(this.big, words.number(position ?? 0));
    say(this.ahead, t.ahead(ahead ?? 0));
    this.bar.style.width = `${percent ?? 0}%`;
    this.meter.setAttribute('aria-valuenow', percent ?? 0);
    this.meter.setAttribute('aria-valuetext', t.percent(percent ?? 0));
    say(this.wait, `${t.wait}: ${wait === null ? t.waitUnknown : t.about(wait)}`);
    document.title = `${words.number(position ?? 0)} · ${this.event.title}`;
    // Not each step: whoever listens would hear nothing else.
    say(this.spoken, `${t.position}: ${t.percent(Math.floor((percent ?? 0) / 10) * 10)}`);
  }

  /** What there is to buy, while one waits. */
  sale(sale) {
    this.left.tell(sale);
  }

  state(state) {
    this.element.dataset.state = state;
  }
}
