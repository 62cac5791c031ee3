import { confirm } from '../kit/dialog.js';
import { el, fill, say } from '../kit/dom.js';
import { busy } from '../kit/fields.js';
import { Notices } from '../kit/notices.js';
import { event as read, part, path, show, start, way } from '../kit/page.js';
import { call } from '../kit/session.js';
import { t } from '../kit/texts.js';
import { follow } from '../stream.js';
import * as words from '../words.js';
import { coupons } from './coupons.js';
import { organizer } from './gate.js';
import { Room } from './room.js';

const id = part(3);
const notices = new Notices();
const head = el('header', { class: 'desk-head' });
const dates = el('ul', { class: 'own dates-of-event' });

function ask(question, url, told) {
  return async () => {
    if (await confirm(question)) {
      try {
        await call('POST', url);
        await refresh();
        notices.tell('good', told);
      } catch (problem) {
        notices.problem(problem);
      }
    }
  };
}

function button(label, act, quiet = false) {
  const element = el('button', { class: quiet ? 'button quiet' : 'button', type: 'button', onclick: () => busy(element, act) }, label);
  return element;
}

let shown = '';

/** Shows an event where it has changed, so that nobody's focus is lost for nothing. */
function tell(event) {
  const now = JSON.stringify({ ...event, server_time: null });
  if (now === shown) {
    return;
  }
  shown = now;
  const url = `/api${path('events', id)}`;
  const publish = { title: t.desk.publishTitle, body: t.desk.publishBody, yes: t.desk.publish, danger: false };
  const close = { title: t.desk.closeTitle, body: t.desk.closeBody, yes: t.desk.close };
  fill(
    head,
    el('div', {}, el('h1', {}, event.title), el('p', { class: 'lead' }, el('span', { class: 'pill' }, t.organizer.status[event.status]), ` ${t.desk.opens}: ${words.date(event.on_sale_at)} · ${t.desk.limit}: ${event.ticket_limit}`)),
    el(
      'p',
      { class: 'actions' },
      event.status === 'draft' ? button(t.desk.publish, ask(publish, `${url}/publish`, t.desk.published)) : way(t.desk.see, path('events', id), true),
      event.status !== 'draft' && way(t.desk.board, `/?event=${encodeURIComponent(id)}`, true),
      event.status !== 'draft' && event.status !== 'closed' && button(t.desk.close, ask(close, `${url}/close`, t.desk.closed), true),
    ),
  );
  fill(dates, event.performances.map((performance) => date(event, performance, url)));
}

function date(event, performance, url) {
  const off = performance.status === 'cancelled';
  const callOff = { title: t.desk.callOffTitle(words.date(performance.starts_at)), body: t.desk.callOffBody, yes: t.desk.callOff };
  const all = (performance.sections ?? []).reduce((sum, each) => sum + each.seats, 0);
  return el(
    'li',
    {},
    el('div', {}, el('b', {}, words.date(performance.starts_at)), el('p', { class: 'quiet-text' }, [performance.label, performance.seats_left !== undefined && t.common.left(performance.seats_left, all)].filter(Boolean).join(' · '))),
    off
      ? el('span', { class: 'pill', 'data-kind': 'off' }, t.event.cancelledDate)
      : event.status !== 'draft' && event.status !== 'closed' && button(t.desk.callOff, ask(callOff, `${url}/performances/${encodeURIComponent(performance.performance_id)}/cancel`, t.desk.calledOff), true),
  );
}

async function refresh() {
  tell(await read(id));
}

/** How the sale goes, as it happens. */
function sales() {
  const figures = { sold: t.desk.sold, held: t.desk.held, available: t.desk.left, rate: t.desk.rate, refused: t.desk.refused };
  const values = Object.fromEntries(Object.keys(figures).map((name) => [name, el('b', {}, '–')]));
  follow(`/api${path('events', id)}/live`, {
    on: {
      live: ({ seats, holds_per_second: rate, refusals }) => {
        for (const name of ['sold', 'held', 'available']) {
          say(values[name], words.number(seats[name]));
        }
        say(values.rate, words.rate(rate));
        say(values.refused, words.number(refusals));
      },
    },
  });
  return el(
    'section',
    { 'aria-labelledby': 'sales' },
    el('h2', { id: 'sales', class: 'unseen' }, t.desk.sales),
    el('dl', { class: 'figures five' }, Object.entries(figures).map(([name, label]) => el('div', { class: 'figure', 'data-figure': name }, el('dt', {}, label), el('dd', {}, values[name])))),
  );
}

start(async () => {
  if (await organizer()) {
    const event = await read(id);
    tell(event);
    const open = event.status !== 'draft';
    show(
      event.title,
      head,
      notices.element,
      el(
        'div',
        { class: 'stack desk' },
        open && sales(),
        event.waiting_room && open && new Room(id).element,
        el('div', { class: 'people' }, el('section', { class: 'card', 'aria-labelledby': 'dates' }, el('h2', { id: 'dates' }, t.desk.dates), dates), coupons(id)),
      ),
    );
    setInterval(() => !document.hidden && refresh().catch(() => {}), 5_000);
  }
});
