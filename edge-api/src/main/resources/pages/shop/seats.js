import { confirm } from '../kit/dialog.js';
import { Countdown } from '../kit/countdown.js';
import { el, fill, say } from '../kit/dom.js';
import { explain } from '../kit/explain.js';
import { busy } from '../kit/fields.js';
import { Notices } from '../kit/notices.js';
import { refused } from '../kit/once.js';
import { clock, event as read, loading, loginPath, part, path, show, start, step, way } from '../kit/page.js';
import { admission, dropPlace, place } from '../kit/places.js';
import { who } from '../kit/session.js';
import { t as meTexts } from '../account/me-texts.js';
import { t as commonTexts } from '../kit/texts.js';
import { t as eventTexts } from './event-texts.js';
import { t } from './seats-texts.js';
import { Hall } from '../hall.js';
import { follow } from '../stream.js';
import * as words from '../words.js';
import { Areas } from './areas.js';
import { best } from './best.js';
import { keepPicks, takePicks } from './choosing.js';
import { byTime, dateOf } from './dates.js';
import { leave } from './joining.js';
import { Picker } from './picker.js';
import { asked, reserve } from './reserve.js';

const id = part(2);
const line = () => path('events', id, 'line') + location.search;
const notices = new Notices();
// How the map keeps up; apart from what is told of what one does, and gone by itself.
const link = el('p', { class: 'link-words', role: 'status' });

/** One performance of an event, of which places are chosen. */
class Shop {
  #stop = () => {};
  #hall = null;
  #asked = null;

  constructor(event, performance) {
    this.event = event;
    this.performance = performance;
    this.#asked = asked(performance);
    this.picker = new Picker(event, { take: (seats) => this.take({ seat_ids: seats, companion: false }), asked: (seat) => this.#asked?.seat_ids?.includes(seat), section: (name) => this.#follow(name), tell: (kind, text) => notices.tell(kind, text), clear: () => notices.clear() });
    this.areas = new Areas(event, (wanted) => this.take(wanted), (area) => this.#asks(area));
    this.best = best(event, (wanted) => this.take(wanted));
    this.picker.want(takePicks(performance) ?? this.#asked?.seat_ids ?? []);
    this.#follow(null);
  }

  #follow(section) {
    this.#stop();
    this.#hall = null;
    const of = `performance_id=${encodeURIComponent(this.performance)}${section ? `&section=${encodeURIComponent(section)}` : ''}`;
    this.#stop = follow(`/api${path('events', id)}/seats/stream?format=compact&${of}`, {
      on: { snapshot: (map) => this.#all(map), delta: (some) => this.#some(some) },
      onState: (state) => say(link, state === 'live' ? '' : link.textContent || t.reconnecting),
      onProblem: (problem) => say(link, explain(problem)),
    });
  }

  #all(map) {
    if (this.#hall?.fits(map)) {
      this.picker.change(this.#hall.replace(map));
    } else {
      this.#hall = new Hall(map);
      this.picker.show(this.#hall);
    }
    this.areas.tell(this.#hall.areas);
  }

  #some(delta) {
    if (this.#hall) {
      this.picker.change(this.#hall.apply(delta));
      this.areas.tell(this.#hall.areas);
    }
  }

  async take(wanted) {
    notices.clear();
    if (who() === null) {
      keepPicks(this.performance, wanted.seat_ids ?? []);
      location.assign(loginPath());
      return;
    }
    // Until it is refused for certain, what isn't free may be one's own.
    this.#asked = wanted;
    try {
      await reserve(id, this.performance, wanted);
    } catch (problem) {
      if (refused(problem)) {
        this.#asked = null;
        this.picker.refused(problem.code === 'seat_taken' ? problem.told.subjects : []);
        if (this.#hall) {
          this.areas.tell(this.#hall.areas);
        }
      }
      notices.problem(problem, ...this.#ways(problem));
    }
  }

  #asks({ section, slot }) {
    return this.#asked?.section === section && this.#asked.slot === slot && !this.#asked.best_available;
  }

  /** What there is to do about a refusal. */
  #ways({ code, told = {} }) {
    const others = (told.suggestion ?? []).filter((seat) => this.picker.knows(seat));
    if (others.length > 0) {
      const names = others.map((seat) => this.picker.name(seat)).join('; ');
      const go = () => {
        notices.clear();
        this.picker.replace(others);
      };
      return [el('button', { class: 'button small', type: 'button', onclick: go }, t.suggestion(names))];
    }
    if (code?.startsWith('admission_')) {
      dropPlace(id);
      return [way(t.toLine, line())];
    }
    if (code === 'queue_closed') {
      return [way(commonTexts.allEvents, '/events')];
    }
    if (code === 'identity_required') {
      return [way(meTexts.verify, '/me')];
    }
    return ['unauthenticated', 'invalid_token', 'guest_has_booked'].includes(code) ? [way(commonTexts.logIn, loginPath())] : [];
  }

  stop() {
    this.#stop();
  }
}

/** How long somebody who was let in may shop. */
function time(until) {
  const countdown = new Countdown(() => notices.tell('bad', t.timeOver, way(t.toLine, line())));
  countdown.until(Date.parse(until));
  const button = el('button', { class: 'linklike', type: 'button', onclick: () => busy(button, giveUp) }, t.giveUp);
  return el('div', { class: 'card time' }, el('span', {}, t.timeLeft), countdown.element, button);
}

async function giveUp() {
  if (await confirm({ title: t.giveUpTitle, body: t.giveUpBody, yes: t.giveUpYes })) {
    try {
      await leave(id, place(id)?.queue_token);
      dropPlace(id);
      location.assign(path('events', id));
    } catch (problem) {
      notices.problem(problem);
    }
  }
}

function dates(event, shown, choose) {
  const options = byTime(event).map((each) => {
    const option = new Option(`${words.date(each.starts_at)} ${each.label}`, each.performance_id, false, each.performance_id === shown);
    option.disabled = each.status === 'cancelled' || Date.parse(each.starts_at) <= clock.now();
    return option;
  });
  const select = el('select', { 'aria-label': eventTexts.dates, onchange: () => choose(select.value) }, options);
  return event.performances.length > 1 ? select : el('span', {}, words.date(event.performances[0].starts_at));
}

start(async () => {
  loading();
  const event = await read(id);
  const admitted = event.waiting_room ? admission(id, clock.now()) : null;
  if (event.waiting_room && !admitted) {
    location.replace(line());
    return;
  }
  step('seat_selection', id);
  const numbered = event.sections.some((section) => section.mode === 'seat');
  const title = numbered ? t.title : t.titlePlaces;
  const body = el('div', {});
  let shop = null;
  const choose = (performance) => {
    shop?.stop();
    shop = new Shop(event, performance);
    history.replaceState(null, '', `?performance=${encodeURIComponent(performance)}`);
    const aside = [numbered && shop.picker.basket, numbered && shop.best, shop.areas.element];
    fill(body, numbered ? el('div', { class: 'two' }, shop.picker.element, el('div', { class: 'stack' }, aside)) : el('div', { class: 'narrow stack' }, aside));
  };
  const first = dateOf(event, new URLSearchParams(location.search).get('performance')).performance_id;
  choose(first);
  show(
    `${title} · ${event.title}`,
    el(
      'header',
      { class: 'shop-head' },
      el('div', {}, el('h1', {}, title), el('p', { class: 'lead' }, el('a', { href: path('events', id) }, event.title), ' · ', dates(event, first, choose))),
      admitted && time(admitted.expires_at),
    ),
    link,
    notices.element,
    body,
  );
});
