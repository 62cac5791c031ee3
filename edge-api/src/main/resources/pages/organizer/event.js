import { confirm } from '../kit/dialog.js';
import { el, redraw, say } from '../kit/dom.js';
import { busy } from '../kit/fields.js';
import { Notices } from '../kit/notices.js';
import { event as read, part, path, show, start, way } from '../kit/page.js';
import { call } from '../kit/session.js';
import { t } from './event-texts.js';
import { follow } from '../stream.js';
import * as words from '../words.js';
import { Coupons } from './coupons.js';
import { happening, pill } from './event-list.js';
import { entered } from './gate.js';
import { Performances } from './performances.js';
import { Room } from './room.js';

const id = part(3);
const notices = new Notices();
const head = el('header', { class: 'desk-head' });
const dates = new Performances(id, notices, refresh);
const people = el('div', { class: 'people' }, dates.element);
const desk = el('div', { class: 'stack desk' });

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

function button(id, label, act, quiet = false) {
  const element = el('button', { id, class: quiet ? 'button quiet' : 'button', type: 'button', onclick: () => busy(element, act) }, label);
  return element;
}

let role = null;
let shown = '';
let open = false;

/** Shows an event; what didn't change stays, so that nobody's focus is lost for nothing. */
function tell(event, report) {
  const { title, status, on_sale_at: opens, ticket_limit: limit, performances, line } = event;
  const now = JSON.stringify([title, status, opens, limit, performances.map((each) => each.status), line?.state]);
  if (now !== shown) {
    shown = now;
    redraw(head, ...heading(event));
  }
  dates.tell(event, report);
  if (status !== 'draft' && !open) {
    open = true;
    desk.prepend(sales(), ...(event.waiting_room ? [new Room(id).element] : []));
    people.append(new Coupons(event, role === 'organizer').element);
  }
}

function heading(event) {
  const url = `/api${path('events', id)}`;
  const publish = { title: t.publishTitle, body: t.publishBody, yes: t.publish, danger: false };
  const close = { title: t.closeTitle, body: t.closeBody, yes: t.close };
  return [
    el('div', {}, el('h1', {}, event.title), el('p', { class: 'lead' }, pill(event), ` ${t.opens}: ${words.date(event.on_sale_at)} · ${t.limit}: ${event.ticket_limit}`)),
    el(
      'p',
      { class: 'actions' },
      event.status === 'draft' ? button('publish', t.publish, ask(publish, `${url}/publish`, t.published)) : way(t.see, path('events', id), true),
      event.status !== 'draft' && way(t.board, `/?event=${encodeURIComponent(id)}`, true),
      role === 'organizer' && event.status !== 'closed' && way(t.edit, path('organizer', 'events', id, 'edit'), true),
      sells(event) && button('close', t.close, ask(close, `${url}/close`, t.closed), true),
    ),
  ];
}

function sells(event) {
  return !['draft', 'closed'].includes(event.status) && happening(event).length > 0;
}

async function refresh() {
  const event = await read(id);
  const report = event.status === 'draft' ? null : await call('GET', `/api${path('organizer', 'events', id, 'report')}`);
  tell(event, report);
  return event;
}

/** How the sale goes, as it happens. */
function sales() {
  const figures = { sold: t.sold, held: t.held, available: t.left, rate: t.rate, refused: t.refused };
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
    el('h2', { id: 'sales', class: 'unseen' }, t.sales),
    el('dl', { class: 'figures five' }, Object.entries(figures).map(([name, label]) => el('div', { class: 'figure', 'data-figure': name }, el('dt', {}, label), el('dd', {}, values[name])))),
  );
}

start(async () => {
  role = await entered('organizer', 'operator');
  if (role !== null) {
    desk.append(people);
    const event = await refresh();
    show(event.title, head, notices.element, desk);
    setInterval(() => !document.hidden && refresh().catch(() => {}), 5_000);
  }
});
