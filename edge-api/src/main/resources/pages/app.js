import { get, Problem, ServerClock } from './api.js';
import { Board } from './board.js';
import { mark } from './kit/nav.js';
import { follow } from './stream.js';

const LOOK_AGAIN = 3_000;
const LOOK_AGAIN_WHILE_WATCHING = 15_000;
const FUNNEL_AGAIN = 4_000;
const FUNNEL_AWAY = 30_000;
const CLOCK_AGAIN = 60_000;
// A sale in which nothing happens for so long makes room for one in which something does.
const QUIET = 30_000;

const clock = new ServerClock();
const board = new Board();
const link = document.getElementById('link');
const asked = new URLSearchParams(location.search).get('event');

let shown = null;
let askFunnelFrom = 0;

/** The streams about one performance. */
class Watch {
  #stops;

  constructor(event, performance) {
    this.eventId = event.event_id;
    this.opens = Date.parse(event.on_sale_at);
    this.lastBusy = Date.now();
    this.closed = false;
    const path = `/api/events/${encodeURIComponent(this.eventId)}`;
    const of = `performance_id=${encodeURIComponent(performance)}`;
    board.performance(performance, (other) => this.#switch(event, other));
    this.#stops = [
      follow(`${path}/seats/stream?format=compact&${of}`, {
        on: { snapshot: (map) => board.seats(map), delta: (some) => board.changes(some) },
        onState: state,
      }),
      follow(`${path}/live?${of}`, { on: { live: (sale) => this.#live(sale) } }),
    ];
  }

  #live(sale) {
    board.live(sale);
    this.closed = sale.closed;
    if (sale.holds_per_second + sale.refusals_per_second > 0) {
      this.lastBusy = Date.now();
    }
  }

  #switch(event, performance) {
    this.stop();
    board.begin(event);
    shown = new Watch(event, performance);
  }

  stop() {
    this.#stops.forEach((stop) => stop());
  }

  get sells() {
    return !this.closed && clock.now() >= this.opens;
  }

  /** Whether people would rather see another sale by now. */
  get over() {
    return this.closed || Date.now() - this.lastBusy > QUIET;
  }
}

function state(now, word = now === 'live' ? 'Live' : 'Reconnecting') {
  link.dataset.state = now;
  link.textContent = word;
}

/** The event to show: the one asked for, else the busiest on sale, else the next to open. */
async function choose() {
  if (asked) {
    return { event_id: asked };
  }
  const { events, next_cursor: more } = await get('/api/events?limit=100');
  if (more || events.some((each) => each.status === 'on_sale')) {
    return get('/api/showcase');
  }
  const coming = events.filter((each) => each.status === 'published');
  return coming.sort((one, other) => Date.parse(one.on_sale_at) - Date.parse(other.on_sale_at))[0] ?? null;
}

async function look() {
  const chosen = await choose();
  if (chosen === null) {
    if (shown === null) {
      board.empty();
      state('live', 'Connected');
    }
    return;
  }
  if (shown === null || (shown.eventId !== chosen.event_id && shown.over)) {
    const event = await get(`/api/events/${encodeURIComponent(chosen.event_id)}`);
    shown?.stop();
    board.begin(event);
    shown = new Watch(event, event.performances[0].performance_id);
    await funnel();
  }
}

async function funnel() {
  if (shown === null || !shown.sells || Date.now() < askFunnelFrom) {
    return;
  }
  try {
    const answer = await get('/api/showcase/funnel');
    board.funnel(answer.event_id === shown.eventId ? answer : { steps: [] });
  } catch (problem) {
    if (!(problem instanceof Problem)) {
      throw problem;
    }
    askFunnelFrom = Date.now() + FUNNEL_AWAY;
    board.noFunnel(problem.message);
  }
}

/** Does something now and again; trouble on the way is shown and passes. */
function again(task, pause) {
  const run = async () => {
    try {
      if (!document.hidden || shown === null) {
        await task();
      }
    } catch (problem) {
      if (!(problem instanceof Problem || problem instanceof TypeError)) {
        throw problem;
      }
      if (shown === null) {
        state('reconnecting');
      }
    } finally {
      // Not all visitors at the same moment.
      setTimeout(run, pause() * (0.85 + Math.random() * 0.3));
    }
  };
  return run();
}

mark();
again(() => clock.sync(), () => CLOCK_AGAIN);
again(look, () => (shown === null ? LOOK_AGAIN : LOOK_AGAIN_WHILE_WATCHING));
again(funnel, () => FUNNEL_AGAIN);
setInterval(() => board.tick(clock.now()), 250);
