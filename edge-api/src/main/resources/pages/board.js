import { Hall } from './hall.js';
import { SeatMap } from './seatmap.js';
import { Sparkline } from './sparkline.js';
import * as words from './words.js';

const $ = (id) => document.getElementById(id);

/** Everything the page tells about one sale. */
export class Board {
  #hall = null;
  #event = null;
  #map = new SeatMap($('hall'), $('ring'), $('seat'));
  #spark = new Sparkline($('spark'));
  #rows = [];
  #due = false;

  /** Begins to tell about an event. */
  begin(event) {
    this.#event = event;
    this.#hall = null;
    this.#spark.clear();
    document.title = `${event.title} · Onsale`;
    text('title', event.title);
    for (const id of ['held', 'sold', 'left', 'rate', 'refused']) {
      text(id, '–');
    }
    for (const id of ['held-share', 'sold-share', 'left-share', 'rate-peak', 'refused-rate']) {
      text(id, '');
    }
    $('line').hidden = true;
    $('board').hidden = false;
    $('empty').hidden = true;
  }

  /** Tells which performance is shown, and lets people choose another. */
  performance(id, choose) {
    const { performances, category, region } = this.#event;
    const shown = performances.find((each) => each.performance_id === id);
    text('about', [words.step(category), region, words.date(shown.starts_at), shown.label].filter(Boolean).join(' · '));
    $('performances').hidden = performances.length < 2;
    $('performance').replaceChildren(
      ...performances.map((each) => new Option(`${words.date(each.starts_at)} ${each.label}`, each.performance_id, false, each.performance_id === id)),
    );
    $('performance').onchange = (change) => choose(change.target.value);
  }

  /** There is nothing to tell. */
  empty() {
    document.title = 'Onsale';
    $('board').hidden = true;
    $('empty').hidden = false;
  }

  seats(snapshot) {
    if (this.#hall?.fits(snapshot)) {
      this.#map.change(this.#hall.replace(snapshot));
    } else {
      this.#hall = new Hall(snapshot);
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
    this.#spark.add(sale.holds_per_second);
    text('rate', words.rate(sale.holds_per_second));
    text('rate-peak', `peak ${words.rate(this.#spark.peak)}`);
    text('refused', words.number(sale.refusals));
    text('refused-rate', `${words.rate(sale.refusals_per_second)}/s`);
    this.#line(sale.line);
  }

  /** A line that has come to its end is nothing to look at any more. */
  #line(line) {
    const shown = line !== undefined && line.phase !== 'closed' && (line.phase !== 'line' || line.waiting + line.shopping > 0);
    $('line').hidden = !shown;
    if (shown) {
      text('waiting', words.number(line.waiting));
      text('admitted', words.number(line.admitted));
      text('shopping', words.number(line.shopping));
      text('shopping-most', `of ${words.number(line.max_concurrent)}`);
      $('places').firstElementChild.style.width = words.percent(line.shopping, Math.max(line.max_concurrent, 1));
      $('places').setAttribute('aria-label', `${line.shopping} of ${line.max_concurrent} places to shop are taken`);
    }
  }

  funnel(answer) {
    const { steps = [], freshness_seconds: age } = answer;
    const most = Math.max(...steps.map((each) => each.people), 0);
    $('funnel-hint').hidden = most > 0;
    text('funnel-hint', 'Nobody has come by yet.');
    $('funnel').replaceChildren(...(most > 0 ? steps : []).map((each) => bar(each, most)));
    text('fresh', age === undefined ? '' : age < 60 ? `${words.rate(age)} s old` : 'quiet');
  }

  noFunnel(reason) {
    $('funnel-hint').hidden = false;
    $('funnel').replaceChildren();
    text('funnel-hint', reason);
    text('fresh', '');
  }

  /** Tells where the sale is in its life. */
  tick(now) {
    text('clock', words.time(now));
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

  #sections() {
    const { currency } = this.#event;
    const areas = new Map(this.#hall.areas.map(({ section: name, grade, price }) => [name, { name, grade, price }]));
    this.#rows = [...this.#hall.sections, ...areas.values()].map((section) => {
      const row = document.createElement('tr');
      const name = document.createElement('th');
      name.scope = 'row';
      name.textContent = section.name;
      const left = cell('');
      const meter = document.createElement('i');
      const track = document.createElement('div');
      const count = document.createElement('span');
      track.append(meter);
      left.append(count, track);
      row.append(name, cell(section.grade), cell(words.price(section.price, currency)), left);
      return { section, row, count, meter };
    });
    $('sections').replaceChildren(...this.#rows.map(({ row }) => row));
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
    const [held, sold] = ['held', 'sold'].map((status) => hall.total(status));
    const left = hall.total('available') + hall.places.left;
    text('held', words.number(held));
    text('held-share', words.percent(held, all));
    text('sold', words.number(sold));
    text('sold-share', words.percent(sold, all));
    text('left', words.number(left));
    text('left-share', `of ${words.number(all)}`);
    $('filling').children[0].style.width = `${(100 * sold) / Math.max(all, 1)}%`;
    $('filling').children[1].style.width = `${(100 * held) / Math.max(all, 1)}%`;
    $('filling').setAttribute('aria-label', `${words.percent(held + sold, all)} of the seats are held or sold`);
    for (const { section, count, meter } of this.#rows) {
      const [free, places] = section.counts ? [section.counts[0], section.seats] : hall.area(section.name);
      count.textContent = words.number(free);
      meter.style.width = `${(100 * free) / places}%`;
    }
  }
}

function phase(name, word, time) {
  $('phase').dataset.phase = name;
  text('phase-word', word);
  text('phase-time', time);
}

function bar({ step, people, conversion }, most) {
  const item = document.createElement('li');
  const name = document.createElement('span');
  name.textContent = words.step(step);
  const count = document.createElement('b');
  count.textContent = words.number(people);
  const part = document.createElement('small');
  part.textContent = words.percent(conversion, 1);
  const meter = document.createElement('i');
  meter.style.width = `${(100 * people) / most}%`;
  item.append(name, count, part, meter);
  return item;
}

function cell(content) {
  const element = document.createElement('td');
  element.textContent = content;
  return element;
}

/** Writes only what is new, so that nothing is announced or drawn for no reason. */
function text(id, value) {
  const element = $(id);
  if (element.textContent !== value) {
    element.textContent = value;
  }
}
