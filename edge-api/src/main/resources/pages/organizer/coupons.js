import { Problem } from '../api.js';
import { confirm } from '../kit/dialog.js';
import { el, redraw } from '../kit/dom.js';
import { busy, complete, field, tick } from '../kit/fields.js';
import { Notices } from '../kit/notices.js';
import { once } from '../kit/once.js';
import { path } from '../kit/page.js';
import { call } from '../kit/session.js';
import { t } from './event-texts.js';
import { t as organizerTexts } from './events-texts.js';
import * as words from '../words.js';
import { instant, local, minor, number, text } from './inputs.js';
import { tellAtFields } from './problems.js';

const MONTH = 30 * 86_400_000;

/** The coupons of an event: how often each is used, how to withdraw one and, for its organizer, how to accept another. */
export class Coupons {
  #cursor = null;

  constructor({ event_id: eventId, currency }, mayDefine) {
    this.url = `/api${path('events', eventId, 'coupons')}`;
    this.currency = currency;
    this.notices = new Notices();
    this.list = el('ul', { class: 'own coupons', id: 'coupon-list' });
    this.more = el('button', { class: 'button quiet small', type: 'button', hidden: true, onclick: () => busy(this.more, () => this.#trying(() => this.#page())) }, organizerTexts.more);
    this.element = el('section', { class: 'card', 'aria-labelledby': 'coupons' }, el('h2', { id: 'coupons' }, t.coupons), el('p', { class: 'quiet-text' }, t.couponsHint), this.list, this.more, mayDefine && el('details', {}, el('summary', {}, t.newCoupon), this.#form()), this.notices.element);
    this.#trying(() => this.#reload());
  }

  /** With `controlOf`, tells what is refused at the fields of a form. */
  async #trying(task, controlOf = () => undefined) {
    try {
      await task();
    } catch (problem) {
      if (!(problem instanceof Problem && tellAtFields(problem, controlOf))) {
        this.notices.problem(problem);
      }
    }
  }

  /** The first page anew. */
  async #reload() {
    this.#cursor = null;
    const rows = await this.#rows();
    redraw(this.list, rows.length > 0 ? rows : el('li', { class: 'quiet-text' }, t.noCoupons));
  }

  async #page() {
    this.list.append(...(await this.#rows()));
  }

  async #rows() {
    const { coupons, next_cursor: next } = await call('GET', `${this.url}${this.#cursor ? `?cursor=${encodeURIComponent(this.#cursor)}` : ''}`);
    this.#cursor = next ?? null;
    this.more.hidden = this.#cursor === null;
    return coupons.map((coupon) => this.#row(coupon));
  }

  #row(coupon) {
    const { code, percent, amount, uses, used, valid_from: from, valid_until: until, uses_per_fan: each, combinable, withdrawn } = coupon;
    const meter = el('i');
    meter.style.width = words.percent(Math.min(used, uses), uses);
    const terms = [
      percent ? t.percentOff(percent) : t.amountOff(words.price(amount, this.currency)),
      Date.parse(from) > Date.now() && t.couponFrom(words.date(from)),
      t.couponTo(words.date(until)),
      t.couponEach(each),
      combinable && t.combinable,
    ];
    return el(
      'li',
      {},
      el('div', {}, el('b', {}, code), el('p', { class: 'quiet-text' }, terms.filter(Boolean).join(' · '))),
      el('div', { class: 'sold' }, el('span', {}, t.couponUsed(used, uses)), el('span', { class: 'meter' }, meter)),
      withdrawn ? el('span', { class: 'pill', 'data-kind': 'off' }, t.withdrawn) : this.#withdraw(code),
    );
  }

  #withdraw(code) {
    const question = { title: t.withdrawTitle(code), body: el('p', {}, t.withdrawBody), yes: t.withdraw };
    const button = el(
      'button',
      {
        class: 'button quiet small',
        type: 'button',
        id: `withdraw-${code}`,
        'aria-label': t.withdrawCode(code),
        onclick: () =>
          busy(button, () =>
            this.#trying(async () => {
              if (await confirm(question)) {
                await call('DELETE', `${this.url}/${encodeURIComponent(code)}`);
                await this.#reload();
                this.notices.tell('good', t.withdrawnNow(code));
              }
            }),
          ),
      },
      t.withdraw,
    );
    return button;
  }

  #form() {
    const code = text('code', { required: true, maxlength: 32, pattern: '[A-Za-z0-9_\\-]+', title: t.couponCodeHint });
    const kind = el('select', { name: 'kind' }, Object.entries(t.couponKinds).map(([value, label]) => new Option(label, value)));
    const worth = number('worth', 10, { min: 0, step: 'any' });
    const uses = number('uses', 100, { min: 1, max: 1_000_000 });
    const each = number('uses_per_fan', 1, { min: 1, max: 100 });
    const from = local('valid_from', null);
    const until = local('valid_until', Date.now() + MONTH, { required: true });
    const combinable = tick(t.combinableTick, { name: 'combinable' });
    const button = el('button', { class: 'button', type: 'submit' }, t.addCoupon);
    const form = el(
      'form',
      { novalidate: true },
      el(
        'div',
        { class: 'row-of-fields' },
        [field(t.couponCode, code, { hint: t.couponCodeHint }), field(t.couponKind, kind), field(t.couponWorth, worth), field(t.couponUses, uses), field(t.couponUsesEach, each), field(t.couponValidFrom, from, { hint: t.couponValidFromHint }), field(t.couponUntil, until)],
      ),
      combinable.element,
      el('p', {}, button),
    );
    const body = () => ({
      code: code.value.trim(),
      ...(kind.value === 'percent' ? { percent: Number(worth.value) } : { amount: minor(worth, this.currency) }),
      uses: Number(uses.value),
      uses_per_fan: Number(each.value),
      ...(from.value ? { valid_from: instant(from) } : {}),
      valid_until: instant(until),
      combinable: combinable.box.checked,
    });
    form.addEventListener('submit', (submitted) => {
      submitted.preventDefault();
      if (complete(form)) {
        busy(button, () => this.#trying(() => this.#define(body(), code), (name) => form.elements[name] ?? { percent: worth, amount: worth }[name]));
      }
    });
    return form;
  }

  async #define(coupon, code) {
    await once('coupon', coupon, (key) => call('POST', this.url, { body: coupon, key }));
    await this.#reload();
    this.notices.tell('good', t.couponAdded(coupon.code));
    code.value = '';
  }
}
