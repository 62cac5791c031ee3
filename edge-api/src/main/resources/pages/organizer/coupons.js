import { el } from '../kit/dom.js';
import { busy, complete, field } from '../kit/fields.js';
import { Notices } from '../kit/notices.js';
import { once } from '../kit/once.js';
import { path } from '../kit/page.js';
import { call } from '../kit/session.js';
import { t } from '../kit/texts.js';
import { instant, local, number, text } from './inputs.js';

const MONTH = 30 * 86_400_000;

/** A form by which an event accepts a coupon. */
export function coupons(eventId) {
  const notices = new Notices();
  const code = text('code', { required: true, maxlength: 32 });
  const percent = number('percent', 10, { min: 1, max: 100 });
  const uses = number('uses', 100, { min: 1, max: 1_000_000 });
  const until = local('valid_until', Date.now() + MONTH, { required: true });
  const button = el('button', { class: 'button quiet', type: 'submit' }, t.desk.addCoupon);
  const form = el('form', { novalidate: true }, el('div', { class: 'row-of-fields' }, field(t.desk.couponCode, code), field(t.desk.couponPercent, percent), field(t.desk.couponUses, uses), field(t.desk.couponUntil, until)), button, notices.element);
  form.addEventListener('submit', (submitted) => {
    submitted.preventDefault();
    if (complete(form)) {
      busy(button, async () => {
        const body = { code: code.value.trim(), percent: Number(percent.value), uses: Number(uses.value), valid_until: instant(until) };
        try {
          await once('coupon', body, (key) => call('POST', `/api${path('events', eventId, 'coupons')}`, { body, key }));
          notices.tell('good', t.desk.couponAdded(body.code));
          code.value = '';
        } catch (problem) {
          notices.problem(problem);
        }
      });
    }
  });
  return el('section', { class: 'card', 'aria-labelledby': 'coupons' }, el('h2', { id: 'coupons' }, t.desk.coupons), el('p', { class: 'quiet-text' }, t.desk.couponsHint), form);
}
