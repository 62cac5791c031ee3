import { el } from '../kit/dom.js';
import { choices, field, tick } from '../kit/fields.js';
import { t } from './new-texts.js';
import { group, major, minor, number } from './inputs.js';
import { POLICIES, policyOf } from './policies.js';

const USUAL = { ticket_limit: 4, hold_seconds: 480, fee_per_ticket: 0, currency: 'KRW' };

/** On what terms an event sells; of a new one, or as they are. */
export class Rules {
  constructor(currency, event = USUAL) {
    this.currency = currency;
    this.limit = number('ticket_limit', event.ticket_limit, { min: 1, max: 100 });
    this.hold = number('hold_seconds', event.hold_seconds / 60, { min: 0.1, max: 60, step: 'any' });
    this.fee = number('fee_per_ticket', major(event.fee_per_ticket, event.currency), { min: 0, step: 'any' });
    this.identity = tick(t.identity, { name: 'identity_required', checked: event.identity_required });
    this.stepUp = tick(t.stepUp, { name: 'step_up_required', checked: event.step_up_required });
    this.policy = policyOf(event.cancellation);
    const policies = [...Object.keys(POLICIES), ...(this.policy === 'own' ? ['own'] : [])].map((value) => ({ value, label: t.policies[value] }));
    this.element = group(
      t.rules,
      el('div', { class: 'row-of-fields' }, field(t.limit, this.limit), field(t.hold, this.hold), field(t.fee, this.fee, { hint: t.feeHint })),
      this.identity.element,
      this.stepUp.element,
      choices(t.cancellation, 'policy', policies, this.policy, (chosen) => (this.policy = chosen)),
    );
  }

  value() {
    return {
      ticket_limit: Number(this.limit.value),
      hold_seconds: Math.round(Number(this.hold.value) * 60),
      fee_per_ticket: minor(this.fee, this.currency()),
      identity_required: this.identity.box.checked,
      step_up_required: this.stepUp.box.checked,
      ...(this.policy === 'own' ? {} : { cancellation: POLICIES[this.policy]() }),
    };
  }
}
