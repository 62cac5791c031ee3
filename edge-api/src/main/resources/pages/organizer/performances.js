import { confirm } from '../kit/dialog.js';
import { el, redraw, say } from '../kit/dom.js';
import { busy, complain, field } from '../kit/fields.js';
import { clock, path } from '../kit/page.js';
import { call } from '../kit/session.js';
import { t as commonTexts } from '../kit/texts.js';
import { t as eventTexts } from '../shop/event-texts.js';
import { t } from './event-texts.js';
import { t as formTexts } from './new-texts.js';
import * as words from '../words.js';
import { instant, local } from './inputs.js';

/** The dates of an event: what is left and sold of each, and how to move it or to call it off. */
export class Performances {
  #shown = '';
  #lines = new Map();

  constructor(eventId, notices, changed) {
    this.eventId = eventId;
    this.notices = notices;
    this.changed = changed;
    this.list = el('ul', { class: 'own dates-of-event' });
    this.element = el('section', { class: 'card', 'aria-labelledby': 'dates' }, el('h2', { id: 'dates' }, t.dates), this.list);
  }

  /** Shows them; what didn't change stays, so that nobody's focus is lost for nothing. */
  tell(event, report) {
    const { status, performances } = event;
    const now = JSON.stringify([status, performances.map((each) => [each.performance_id, each.starts_at, each.label, each.status, this.#begun(each)])]);
    if (now !== this.#shown) {
      this.#shown = now;
      redraw(this.list, performances.map((performance) => this.#date(event, performance)));
    }
    performances.forEach((performance) => this.#count(performance, report));
  }

  #begun({ starts_at: starts }) {
    return Date.parse(starts) <= clock.now();
  }

  #date(event, performance) {
    const { performance_id: id, starts_at: starts, status } = performance;
    const lines = { left: el('p', { class: 'quiet-text' }), sold: el('p', { class: 'quiet-text' }) };
    this.#lines.set(id, lines);
    const off = status === 'cancelled';
    return el(
      'li',
      {},
      el('div', {}, el('b', {}, words.date(starts)), lines.left, lines.sold),
      off && el('span', { class: 'pill', 'data-kind': 'off' }, eventTexts.cancelledDate),
      !off && !this.#begun(performance) && el('p', { class: 'actions' }, this.#button(`move-${id}`, t.move, () => this.#move(performance)), event.status !== 'draft' && this.#button(`call-off-${id}`, t.callOff, () => this.#callOff(performance))),
    );
  }

  #button(id, label, act) {
    const element = el('button', { id, class: 'button quiet small', type: 'button', onclick: () => busy(element, () => act().catch((problem) => this.notices.problem(problem))) }, label);
    return element;
  }

  #count({ performance_id: id, label, status, seats_left: free, sections = [] }, report) {
    const all = sections.reduce((sum, each) => sum + each.seats, 0);
    const lines = this.#lines.get(id);
    say(lines.left, [label, status !== 'cancelled' && free !== undefined && commonTexts.left(free, all)].filter(Boolean).join(' · '));
    const sold = report && soldOf(report, id);
    say(lines.sold, sold ? takings(sold, report.currency) : '');
  }

  async #move({ performance_id: id, starts_at: starts }) {
    const startsAt = local('starts_at', Date.parse(starts), { required: true, autofocus: true });
    const ready = () => startsAt.checkValidity() || complain(startsAt, startsAt.validationMessage);
    const question = { title: t.moveTitle(words.date(starts)), body: el('div', { class: 'form' }, el('p', {}, t.moveBody), field(formTexts.startsAt, startsAt)), yes: t.move, danger: false, ready };
    if (await confirm(question)) {
      await this.#ask(id, 'move', { body: { starts_at: instant(startsAt) } }, t.moved);
    }
  }

  async #callOff({ performance_id: id, starts_at: starts }) {
    const report = await call('GET', `/api${path('organizer', 'events', this.eventId, 'report')}`);
    const { orders, tickets, paid } = soldOf(report, id);
    const body = el('div', { class: 'form' }, el('p', {}, orders > 0 ? t.refunds(orders, tickets, words.price(paid, report.currency)) : t.refundsNothing), el('p', {}, t.callOffBody));
    if (await confirm({ title: t.callOffTitle(words.date(starts)), body, yes: t.callOff })) {
      await this.#ask(id, 'cancel', {}, t.calledOff);
    }
  }

  async #ask(performanceId, what, options, told) {
    await call('POST', `/api${path('events', this.eventId, 'performances', performanceId, what)}`, options);
    await this.changed();
    this.notices.tell('good', told);
  }
}

/** What a date has brought: what was paid for its tickets, and what was kept of those that were cancelled. */
function takings({ orders, tickets, paid, kept }, currency) {
  return [t.soldOf(orders, tickets, words.price(paid, currency)), kept > 0 && t.keptOf(words.price(kept, currency))].filter(Boolean).join(' · ');
}

function soldOf(report, performanceId) {
  return report.performances.find(({ performance_id: id }) => id === performanceId);
}
