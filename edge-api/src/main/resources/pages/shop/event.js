import { Problem } from '../api.js';
import { again } from '../kit/again.js';
import { el } from '../kit/dom.js';
import { event as read, loading, message, part, show, start, step, way } from '../kit/page.js';
import { t as commonTexts } from '../kit/texts.js';
import { t } from './event-texts.js';
import * as words from '../words.js';
import { isDrawn } from './beacon.js';
import { Booking } from './booking.js';
import { Dates } from './dates.js';
import { Grades } from './grades.js';
import { picture } from './poster.js';
import { terms } from './terms.js';

const BEFORE = 10_000;
const SELLING = 2_000;

const id = part(2);
let drawn = false;

function hero(event) {
  const facts = [words.step(event.category), event.region, event.venue, event.age_limit > 0 ? t.age(event.age_limit) : t.everyAge];
  return el(
    'header',
    { class: 'hero' },
    el('div', { class: 'picture' }, picture(event)),
    el('div', { class: 'hero-words' }, el('h1', {}, event.title), el('p', {}, facts.filter(Boolean).join(' · '))),
  );
}

/** The event as it is now, and whether its line is drawn, which stays so. */
async function look() {
  const event = await read(id);
  drawn ||= await isDrawn(event);
  return { ...event, drawn };
}

async function find() {
  try {
    return await look();
  } catch (problem) {
    if (problem instanceof Problem && problem.status === 404) {
      message(t.unknown, t.unknownHint, way(commonTexts.allEvents, '/events'));
      return null;
    }
    throw problem;
  }
}

start(async () => {
  loading();
  const event = await find();
  if (event === null) {
    return;
  }
  step('event_detail', id);
  const grades = new Grades();
  const booking = new Booking();
  const dates = new Dates((chosen) => tell(latest, chosen));
  let latest = event;
  function tell(now, performance) {
    latest = now;
    dates.tell(now);
    grades.tell(now, performance ?? dates.chosen);
    booking.tell(now, performance ?? dates.chosen);
  }
  tell(event);
  show(
    event.title,
    hero(event),
    el(
      'div',
      { class: 'two' },
      el(
        'div',
        { class: 'stack' },
        event.description && el('section', { class: 'card' }, el('p', { class: 'description' }, event.description)),
        dates.element,
        grades.element,
        terms(event),
      ),
      el('aside', { class: 'stack sticky buy', 'aria-label': t.book }, booking.element),
    ),
  );
  again(async () => tell(await look()), () => (latest.status === 'on_sale' ? SELLING : BEFORE));
});
