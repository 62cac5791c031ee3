import { again } from '../kit/again.js';
import { confirm } from '../kit/dialog.js';
import { el, fill, redraw, say } from '../kit/dom.js';
import { busy } from '../kit/fields.js';
import { Notices } from '../kit/notices.js';
import { clock, download, event as read, loading, loginPath, part, path, show, start, way } from '../kit/page.js';
import { dropPlace, keepPlace, place } from '../kit/places.js';
import { who } from '../kit/session.js';
import { t as meTexts } from '../account/me-texts.js';
import { t as commonTexts } from '../kit/texts.js';
import { t as eventTexts } from './event-texts.js';
import { t } from './line-texts.js';
import { Countdown } from '../kit/countdown.js';
import { follow } from '../stream.js';
import { fairness } from './fairness.js';
import { join, leave, newPlace, own, receipt } from './joining.js';
import { Left, saleOf } from './left.js';
import { poster } from './poster.js';
import { Standing } from './standing.js';

const OVER = new Set(['unknown_place', 'queue_forgotten', 'invalid_token', 'foreign_queue_token', 'unauthenticated', 'no_waiting_room', 'unknown_event']);

const SHUT = { queue_closed: 'closed', queue_draining: 'draining' };

const id = part(2);
const seats = path('events', id, 'seats') + location.search; // With the date that was chosen.
const notices = new Notices();
const stage = el('div', { class: 'stage-of-line' });

const HESITATING = 5_000;

const left = new Left();

let stop = () => {};
let room = null;
let asked = null; // The event as whoever has no place was asked about it.
let told = null; // How they were asked.
let opening = null; // Counts down to when it opens.

/** Asks for a place, or says what there is to do before. */
function ask(event) {
  asked = event;
  told = asks(event);
  opening?.stop();
  document.title = `${t.title} · ${event.title}`;
  tellLeft(event);
  if (who() === null && event.line?.state !== 'closed') {
    redraw(stage, left.element, el('p', {}, t.signIn), el('p', { class: 'actions centred' }, way(commonTexts.logIn, loginPath()), way(commonTexts.asGuest, loginPath('guest'), true)));
    return;
  }
  const wanted = location.hash === '#join';
  if (wanted) {
    history.replaceState(null, '', location.pathname + location.search);
  }
  if (event.line?.joinable === false) {
    redraw(stage, el('p', { class: 'big', role: 'status' }, event.line.state === 'closed' ? t.closed : t.full), el('p', { class: 'actions centred' }, way(commonTexts.allEvents, '/events', true)));
    return;
  }
  const doors = Date.parse(event.waiting_room.opens_at);
  const button = el('button', { class: 'button large', type: 'button', disabled: doors > clock.now(), onclick: () => busy(button, () => take(event)) }, t.join);
  if (doors > clock.now()) {
    opening = new Countdown(() => {
      button.disabled = false;
      button.focus();
    });
    opening.until(doors);
    redraw(stage, el('p', {}, t.notOpen), opening.element, button, el('p', { class: 'quiet-text' }, eventTexts.whyRoom), left.element);
  } else {
    redraw(stage, left.element, button, el('p', { class: 'quiet-text' }, clock.now() < Date.parse(event.on_sale_at) ? eventTexts.whyRoom : t.behind));
  }
  if (wanted) {
    button.click();
  }
}

/** What joining can be for. */
function tellLeft(event) {
  const sale = saleOf(event);
  left.element.hidden = sale === null;
  if (sale) {
    left.tell(sale);
  }
}

/** Whoever still hesitates sees what goes on: that the line is shut or open again, that its times were moved, that the draw is over. A closed line stays so. */
async function lookAgain() {
  const before = asked;
  if (before === null || before.line?.state === 'closed') {
    return;
  }
  const now = await read(id);
  if (asked !== before) {
    return; // Meanwhile they have joined, or were told something newer.
  }
  if (!now.waiting_room) {
    location.replace(seats); // It was taken away before it opened.
  } else if (asks(now) === told) {
    tellLeft(now);
  } else {
    ask(now);
  }
}

/** What it depends on how somebody is asked. */
function asks({ line, waiting_room: waitingRoom, on_sale_at: opens }) {
  return [line?.state === 'closed', line?.joinable, waitingRoom?.opens_at, opens, clock.now() < Date.parse(opens)].join();
}

async function take(event) {
  asked = null;
  notices.clear();
  const progress = el('p', { class: 'quiet-text' });
  try {
    const joined = await join(id, (tried) => {
      if (!progress.isConnected) {
        fill(stage, el('div', { class: 'turning', 'aria-hidden': 'true' }), el('p', { role: 'status' }, t.solving), progress);
      }
      say(progress, t.solvingHint(tried));
    });
    stand(event, kept({ ...joined, sequence: joined.receipt.sequence }));
  } catch (problem) {
    refused(event, problem);
  }
}

function kept(joined) {
  keepPlace(id, { queue_token: joined.queue_token, sequence: joined.sequence, fan: who()?.user_id });
  return joined;
}

/** The line may have been shut since the page was loaded. */
function refused(event, problem) {
  const state = SHUT[problem.code];
  ask(state ? { ...event, line: { state, joinable: false } } : event);
  if (!state) {
    notices.problem(problem);
  }
}

/** Follows a place that one has. */
function stand(event, known) {
  asked = null;
  const standing = new Standing(event, place(id));
  const keep = el('button', { class: 'button quiet', type: 'button', onclick: () => keepReceipt() }, t.receipt);
  const go = el('button', { class: 'button quiet', type: 'button', onclick: () => giveUp(event) }, t.leave);
  fill(stage, standing.element, el('p', { class: 'actions centred' }, keep, go), el('p', { class: 'quiet-text' }, t.stay));
  if (known) {
    room = known.room;
    standing.tell(known);
  }
  stop = follow(`/api/queue/stream?event_id=${encodeURIComponent(id)}`, {
    headers: () => ({ Authorization: `Bearer ${place(id)?.queue_token}` }),
    on: { status: (status) => tell(event, standing, status), sale: (sale) => standing.sale(sale) },
    onState: (state) => standing.state(state),
    onProblem: (problem) => OVER.has(problem.code) && lost(event, problem),
  });
}

function tell(event, standing, status) {
  room = status.room;
  if (status.phase === 'ended') {
    stop();
    dropPlace(id);
    over(event, t.ended[status.ended] ?? t.ended.expired);
    return;
  }
  standing.tell(status);
  if (status.admission_token) {
    stop();
    keepPlace(id, { admission_token: status.admission_token, expires_at: status.expires_at });
    location.replace(seats);
  }
}

function over(event, words) {
  document.title = `${t.title} · ${event.title}`;
  const where = newPlace(event, room);
  const rejoin = el('button', { class: 'button', type: 'button', onclick: () => busy(rejoin, () => take(event)) }, t.joinAgain[where]);
  fill(stage, el('p', { class: 'big', role: 'status' }, words), el('p', { class: 'actions centred' }, where !== 'nowhere' && rejoin, way(meTexts.tickets, '/me', true)));
}

function lost(event, problem) {
  stop();
  dropPlace(id);
  ask(event);
  notices.problem(problem);
}

async function keepReceipt() {
  try {
    download(`receipt-${id}.json`, await receipt(id, place(id)?.queue_token));
  } catch (problem) {
    notices.problem(problem);
  }
}

async function giveUp(event) {
  if (await confirm({ title: t.leaveTitle, body: t.leaveBody[newPlace(event, room)], yes: t.leaveYes })) {
    try {
      stop();
      await leave(id, place(id)?.queue_token);
      dropPlace(id);
      over(event, t.left);
    } catch (problem) {
      notices.problem(problem);
      stand(event);
    }
  }
}

start(async () => {
  loading();
  const event = await read(id);
  if (!event.waiting_room) {
    location.replace(seats);
    return;
  }
  show(
    `${t.title} · ${event.title}`,
    el(
      'div',
      { class: 'line-page stack' },
      el('div', { class: 'line-picture' }, poster(id)),
      el('section', { class: 'card line-card', 'aria-labelledby': 'line' }, el('p', { class: 'quiet-text' }, t.title), el('h1', { id: 'line' }, el('a', { href: path('events', id) }, event.title)), notices.element, stage),
      fairness(event),
    ),
  );
  again(lookAgain, () => HESITATING);
  const known = place(id);
  if (known && who() && known.fan !== who().user_id) {
    dropPlace(id); // Somebody else's, who was here before.
  }
  if (place(id)) {
    stand(event);
    return;
  }
  const elsewhere = who() && (await own(id)); // Whoever joined on another device goes on here.
  if (elsewhere && elsewhere.phase !== 'ended') {
    stand(event, kept(elsewhere));
  } else {
    ask(event);
  }
});
