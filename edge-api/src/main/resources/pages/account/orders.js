import { el, fill } from '../kit/dom.js';
import { busy } from '../kit/fields.js';
import { Notices } from '../kit/notices.js';
import { event as read, path } from '../kit/page.js';
import { call } from '../kit/session.js';
import { t as orderTexts } from '../shop/order-texts.js';
import { t } from './me-texts.js';
import * as words from '../words.js';

const KINDS = { confirmed: 'good', payment_pending: 'warn', verification_required: 'warn', refused: 'off', cancelled: 'off' };

/** The orders of whoever is signed in, page by page, the latest first. */
export class Orders {
  #cursor = null;
  #titles = new Map();

  constructor() {
    this.notices = new Notices();
    this.list = el('ul', { class: 'orders' });
    this.more = el('button', { class: 'button quiet small', type: 'button', hidden: true, onclick: () => busy(this.more, () => this.load()) }, t.more);
    this.element = el('section', { class: 'card', 'aria-labelledby': 'orders' }, el('h2', { id: 'orders' }, t.orders), this.notices.element, this.list, el('p', { class: 'actions' }, this.more));
  }

  async load() {
    try {
      const { orders, next_cursor: next } = await call('GET', `/api/me/orders${this.#cursor ? `?cursor=${encodeURIComponent(this.#cursor)}` : ''}`);
      await Promise.all([...new Set(orders.map((order) => order.event_id))].map((id) => this.#title(id)));
      if (orders.length === 0 && this.#cursor === null) {
        fill(this.list, el('li', { class: 'quiet-text' }, t.noOrders));
      }
      this.list.append(...orders.map((order) => this.#row(order)));
      this.#cursor = next ?? null;
      this.more.hidden = this.#cursor === null;
    } catch (problem) {
      this.notices.problem(problem);
    }
  }

  async #title(id) {
    if (!this.#titles.has(id)) {
      this.#titles.set(id, (await read(id).catch(() => null))?.title ?? orderTexts.title);
    }
  }

  #row(order) {
    return el(
      'li',
      {},
      el('a', { href: path('orders', order.order_id) }, this.#titles.get(order.event_id)),
      order.currency ? el('b', {}, words.price(order.total, order.currency)) : el('span', {}),
      el('small', {}, `${order.booking_number} · ${words.date(order.placed_at)}`),
      el('span', { class: 'pill', 'data-kind': KINDS[order.status] }, orderTexts.statusOf(order)),
    );
  }
}
