import { path } from '../kit/page.js';
import { admission, place } from '../kit/places.js';
import { t as commonTexts } from '../kit/texts.js';
import { awaited } from './beacon.js';
import { choosing } from './choosing.js';
import { lastStart } from './dates.js';
import { t } from './event-texts.js';
import { t as lineTexts } from './line-texts.js';

/** Where the sale of a date is in its life, and what there is to do now: without a `button` nothing, and without `to` not yet. */
export function phaseOf(event, performance, now) {
  const over = ended(event, performance, now);
  if (over) {
    return { name: 'over', ...over };
  }
  const seats = choosing(event.event_id, performance.performance_id);
  return event.waiting_room ? queued(event, performance, now, seats) : open(event, performance, now, seats);
}

function ended(event, performance, now) {
  if (event.performances.every((each) => each.status === 'cancelled')) {
    return { phase: t.calledOff, hint: t.calledOffHint };
  }
  if (event.status === 'closed' || (event.sale_ends_at && Date.parse(event.sale_ends_at) <= now)) {
    return { phase: t.closed };
  }
  if (performance.status === 'cancelled') {
    return { phase: t.cancelledDate, hint: t.calledOffHint };
  }
  return lastStart(performance) <= now && { phase: t.ended };
}

function open(event, performance, now, seats) {
  const opens = Date.parse(event.on_sale_at);
  const button = event.sections.some((section) => section.mode === 'seat') ? t.book : t.bookQuantity;
  if (now < opens) {
    return { name: 'before', phase: t.opensIn, until: opens, button, hint: t.notYet };
  }
  if (performance.seats_left === 0) {
    const gone = commonTexts.gone(performance.seats_held);
    return { name: 'out', phase: gone, button: gone };
  }
  return { name: 'open', phase: t.onSale, button, to: seats };
}

function queued(event, performance, now, seats) {
  const [opens, doors] = [event.on_sale_at, event.waiting_room.opens_at].map((each) => Date.parse(each));
  const mine = place(event.event_id);
  if (admission(event.event_id, now)) {
    return { name: 'open', phase: lineTexts.yourTurn, button: t.shop, to: seats };
  }
  if (event.line?.state === 'closed') {
    return { name: 'over', phase: t.lineClosed, button: t.book };
  }
  if (!mine && event.line?.joinable === false) {
    return { name: 'over', phase: t.lineFull, button: t.joinLine, hint: t.lineFullHint };
  }
  if (!mine && now < doors) {
    return { name: 'before', phase: t.roomOpensIn, until: doors, button: t.join, hint: t.notYet };
  }
  const line = path('events', event.event_id, 'line') + new URL(seats, location).search;
  const told = now < opens ? { name: 'open', phase: t.drawnIn, until: opens, hint: mine ? '' : t.whyRoom } : selling(event, performance, now);
  return { ...told, ...(mine ? { button: t.back, to: line } : { button: now < opens ? t.join : t.joinLine, to: `${line}#join` }) };
}

/** How a sale goes to which a line leads. */
function selling(event, performance, now) {
  const { beacon } = event.waiting_room;
  if (beacon && !event.drawn) {
    const due = Date.parse(beacon.due_at);
    return { name: 'waiting', ...(due > now ? { phase: t.drawnIn, until: due } : { phase: t.notDrawn }), hint: awaited(beacon) };
  }
  if (performance.seats_left === 0) {
    return { name: 'out', phase: commonTexts.gone(performance.seats_held), hint: goneHint(event, performance) };
  }
  return event.line?.state === 'paused' ? { name: 'waiting', phase: t.linePaused, hint: t.linePausedHint } : { name: 'open', phase: t.onSale };
}

function goneHint(event, performance) {
  const elsewhere = event.performances.some((each) => each.status !== 'cancelled' && each.seats_left > 0);
  const hint = performance.seats_held > 0 ? lineTexts.allHeld : lineTexts.soldOut;
  return elsewhere ? t.otherDates : hint;
}
