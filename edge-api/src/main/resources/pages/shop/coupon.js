import { el } from '../kit/dom.js';
import { explain } from '../kit/explain.js';
import { busy, complain, field } from '../kit/fields.js';
import { call } from '../kit/session.js';
import { t } from './checkout-texts.js';
import { wanted } from '../kit/versions.js';

const OWN = ['unknown_coupon', 'coupon_not_valid', 'coupon_used_up', 'coupon_withdrawn', 'not_combinable'];

/** A coupon's code, and what it takes off: the server is asked before anything is paid. */
export class Coupon {
  #known = null;
  #refused = false;

  /** `order` tells what is to be ordered, `onChange` is told whenever the price may be another, and `onProblem` of trouble that is none of the coupon's. */
  constructor({ order, onChange, onProblem }) {
    this.order = order;
    this.onChange = onChange;
    this.onProblem = onProblem;
    this.input = el('input', { name: 'coupon', maxlength: 32, autocomplete: 'off', autocapitalize: 'characters', oninput: () => this.forget(), onkeydown: (press) => this.#key(press) });
    this.button = el('button', { class: 'button quiet small', type: 'button', onclick: () => this.apply() }, t.couponApply);
    this.out = el('button', { class: 'button quiet small', type: 'button', hidden: true, onclick: () => this.#leaveOut() }, t.couponOut);
    this.element = el('div', { class: 'coupon' }, field(t.coupon, this.input, { hint: t.couponHint }), this.button, this.out);
  }

  get code() {
    return this.input.value.trim();
  }

  /** What it takes off, as far as that is known. */
  get off() {
    return this.#known?.coupon_discount ?? 0;
  }

  /** Whether nothing is unknown about the price. */
  get settled() {
    return this.code === '' || this.#known !== null;
  }

  /** Whether this code was refused, which asking again does not change. */
  get refused() {
    return this.#refused;
  }

  /** What is known of it is of another order. */
  forget() {
    this.#known = null;
    this.#refuse(false);
  }

  /** Asks what it takes off; what is wrong with it is told beside it, and where it is told already one is led there. */
  async apply() {
    if (this.#refused) {
      this.input.focus();
    } else if (!this.settled) {
      await busy(this.button, () => this.#ask());
    }
  }

  #refuse(refused) {
    this.#refused = refused;
    this.out.hidden = !refused;
    this.button.hidden = refused;
    this.onChange();
  }

  #leaveOut() {
    this.input.value = '';
    this.input.dispatchEvent(new Event('input'));
    this.input.focus();
  }

  async #ask() {
    const asked = this.order();
    try {
      const price = await call('POST', '/api/orders/preview', { body: asked, headers: wanted() });
      if (JSON.stringify(asked) === JSON.stringify(this.order())) {
        this.#known = price;
        this.onChange();
      }
    } catch (problem) {
      if (OWN.includes(problem.code)) {
        complain(this.input, explain(problem));
        this.#refuse(true);
      } else {
        this.onProblem(problem);
      }
    }
  }

  /** The form would be sent, and paid. */
  #key(press) {
    if (press.key === 'Enter') {
      press.preventDefault();
      this.button.click();
    }
  }
}
