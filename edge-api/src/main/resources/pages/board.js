import { Hall } from './hall.js';
import { byId, el, say } from './kit/dom.js';
import { SeatMap } from './seatmap.js';
import { Sparkline } from './sparkline.js';
import * as words from './words.js';

const tell = (id, words) => say(byId(id), words);

/** Everything the page tells about one sale. */
export class Board {
  #hall = null;
  #event = null;
  #map = new SeatMap(byId('hall'), byId('ring'), byId('seat'));
  #spark = new Sparkline(byId('spark'));
  #rows = [];
  #sale = null;
  #due = false;

  /** Begins to tell about an event. */
  begin(event) {
    this.#event = event;
    this.#hall = null;
    this.#sale = null;
    this.#spark.clear();
    document.title = `${event.title} · Onsale`;
    tell('title', event.title);
    for (const id of ['held', 'sold', 'left', 'rate', 'refused']) {
      tell(id, '–');
    }
    for (const id of ['held-share', 'sold-share', 'left-share', 'rate-peak', 'refused-rate']) {
      tell(id, '');
    }
    byId('line').hidden = true;
    byId('board').hidden = false;
    byId('empty').hidden = true;
  }

  /** Tells which performance is shown, and lets people choose another. */
  performance(id, choose) {
    const { performances, category, region } = this.#event;
    const shown = performances.find((each) => each.performance_id === id);
    tell('about', [words.step(category), region, words.date(shown.starts_at), shown.label].filter(Boolean).join(' · '));
    byId('performances').hidden = performances.length < 2;
    byId('performance').replaceChildren(
      ...performances.map((each) => new Option(`${words.date(each.starts_at)} ${each.label}`, each.performance_id, false, each.performance_id === id)),
    );
    byId('performance').onchange = (change) => choose(change.target.value);
  }

  /** There is nothing to tell. */
  empty() {
    document.title = 'Onsale';
    byId('board').hidden = true;
    byId('empty').hidden = false;
  }

  seats(snapshot) {
    if (this.#hall?.fits(snapshot)) {
      this.#map.change(this.#hall.replace(snapshot));
    } else {
      this.#hall = new Hall(snapshot);
      this.#frame();
      this.#map.show(this.#hall);
      this.#sections();
    }
    this.#count();
  }

  changes(delta) {
    if (this.#hall) {
      this.#map.change(this.#hall.apply(delta));
      this.#count();
    }
  }

  live(sale) {
    this.#event.closed = sale.closed;
    this.#sale = sale;
    this.#count();
    this.#spark.add(sale.holds_per_second);
    tell('rate', words.rate(sale.holds_per_second));
    tell('rate-peak', `peak ${words.rate(this.#spark.peak)}`);
    tell('refused', words.number(sale.refusals));
    tell('refused-rate', `${words.rate(sale.refusals_per_second)}/s`);
    this.#line(sale.line);
  }

  /** A line that has come to its end is nothing to look at any more. */
  #line(line) {
    const shown = line !== undefined && line.phase !== 'closed' && (line.phase !== 'line' || line.waiting + line.shopping > 0);
    byId('line').hidden = !shown;
    if (shown) {
      tell('waiting', words.number(line.waiting));
      tell('admitted', words.number(line.admitted));
      tell('shopping', words.number(line.shopping));
      tell('shopping-most', `of ${words.number(line.max_concurrent)}`);
      byId('places').firstElementChild.style.width = words.percent(line.shopping, Math.max(line.max_concurrent, 1));
      byId('places').setAttribute('aria-label', `${line.shopping} of ${line.max_concurrent} places to shop are taken`);
    }
  }

  funnel(answer) {
    const { steps = [], freshness_seconds: age } = answer;
    const most = Math.max(...steps.map((each) => each.people), 0);
    byId('funnel-hint').hidden = most > 0;
    tell('funnel-hint', 'Nobody has come by yet.');
    byId('funnel').replaceChildren(...(most > 0 ? steps : []).map((each) => bar(each, most)));
    tell('fresh', age === undefined ? '' : age < 60 ? `${words.rate(age)} s old` : 'quiet');
  }

  noFunnel(reason) {
    byId('funnel-hint').hidden = false;
    byId('funnel').replaceChildren();
    tell('funnel-hint', reason);
    tell('fresh', '');
  }

  /** Tells where the sale is in its life. */
  tick(now) {
    tell('clock', words.time(now));
    if (!this.#event) {
      return;
    }
    const opens = Date.parse(this.#event.on_sale_at);
    if (this.#event.closed) {
      phase('closed', 'Sale closed', '');
    } else if (now < opens) {
      phase('before', 'Opens in', words.lasting(opens - now));
    } else {
      phase('open', 'On sale for', words.lasting(now - opens));
    }
  }

  /** There is a map only where there are seats. */
  #frame() {
    const seated = this.#hall.ids.length > 0;
    byId('map').hidden = !seated;
    tell('left-title', seated ? 'Seats left' : 'Places left');
  }

  #sections() {
    const { currency } = this.#event;
    const areas = new Map(this.#hall.areas.map(({ section: name, grade, price }) => [name, { name, grade, price }]));
    this.#rows = [...this.#hall.sections, ...areas.values()].map((section) => {
      const count = el('span');
      const meter = el('i');
      const left = el('td', {}, count, el('div', {}, meter));
      const row = el('tr', {}, el('th', { scope: 'row' }, section.name), el('td', {}, section.grade), el('td', {}, words.price(section.price, currency)), left);
      return { section, row, count, meter };
    });
    byId('sections').replaceChildren(...this.#rows.map(({ row }) => row));
  }

  /** Counts at most once a frame, however many deltas come. */
  #count() {
    if (!this.#due) {
      this.#due = true;
      requestAnimationFrame(() => {
        this.#due = false;
        this.#tell();
      });
    }
  }

  #tell() {
    const hall = this.#hall;
    if (!hall) {
      return;
    }
    const all = hall.ids.length + hall.places.all;
    const unnumbered = this.#sale?.sections.filter(({ section }) => hall.areas.some((area) => area.section === section)) ?? [];
    const [held, sold] = ['held', 'sold'].map((status) => unnumbered.reduce((sum, section) => sum + section[status], hall.total(status)));
    const left = hall.total('available') + hall.places.left;
    tell('held', words.number(held));
    tell('held-share', words.percent(held, all));
    tell('sold', words.number(sold));
    tell('sold-share', words.percent(sold, all));
    tell('left', words.number(left));
    tell('left-share', `of ${words.number(all)}`);
    byId('filling').children[0].style.width = `${(100 * sold) / Math.max(all, 1)}%`;
    byId('filling').children[1].style.width = `${(100 * held) / Math.max(all, 1)}%`;
    byId('filling').setAttribute('aria-label', `${words.percent(held + sold, all)} of the seats are held or sold`);
    for (const { section, count, meter } of this.#rows) {
      const [free, places] = section.counts ? [section.counts[0], section.seats] : hall.area(section.name);
      count.textContent = words.number(free);
      meter.style.width = `${(100 * free) / Math.max(places, 1)}%`;
    }
  }
}

function phase(name, word, time) {
  byId('phase').dataset.phase = name;
  tell('phase-word', word);
  tell('phase-time', time);
}

function bar({ step, people, conversion }, most) {
  const meter = el('i');
  meter.style.width = `${(100 * people) / most}%`;
  return el('li', {}, el('span', {}, words.step(step)), el('b', {}, words.number(people)), el('small', {}, words.percent(conversion, 1)), meter);
}
