import { el } from '../kit/dom.js';
import { t } from './event-texts.js';
import * as words from '../words.js';

/** What one should know before buying: limits, fees, reductions, and what giving tickets back costs. */
export function terms(event) {
  const rules = [
    t.limit(event.ticket_limit),
    t.hold(event.hold_seconds),
    event.fee_per_ticket > 0 && t.fee(words.price(event.fee_per_ticket, event.currency)),
    event.identity_required && t.identity,
    event.step_up_required && t.stepUp,
    event.waiting_room && t.whyRoom,
  ].filter(Boolean);
  return el(
    'section',
    { class: 'card terms', 'aria-labelledby': 'terms' },
    el('h2', { id: 'terms' }, t.terms),
    list(rules),
    event.concessions?.length > 0 && [el('h3', {}, t.reductions), list(event.concessions.map(reduction))],
    happens(event) && [el('h3', {}, t.cancelling), list(cancelling(event))],
  );
}

/** Nobody gives tickets back of what was called off. */
function happens({ performances }) {
  return performances.some((each) => each.status !== 'cancelled');
}

function reduction({ label, percent, until, left, sections }) {
  const bounds = [until && t.reducedUntil(words.date(until)), left !== undefined && t.reducedLeft(left), sections && t.reducedIn(sections.join(', '))].filter(Boolean);
  return [t.reduction(label, percent), ...bounds].join(' · ');
}

function cancelling({ cancellation: policy, fee_per_ticket: fee, currency }) {
  const fees = policy?.fees ?? [];
  // Closer than any step says, the last one goes on.
  const rules = fees.map(({ days_before: days, percent }, i) =>
    i < fees.length - 1 ? t.cancelUntil(days, percent) : t.cancelThen(percent),
  );
  return [
    ...(rules.length > 0 ? rules : [t.cancelFree]),
    ...(fee > 0 ? [t.cancelKeepsFee(words.price(fee, currency))] : []),
    ...(policy?.cut_off_hours > 0 ? [t.cancelCutOff(policy.cut_off_hours)] : []),
    t.cancelMoved,
  ];
}

function list(texts) {
  return el('ul', {}, texts.map((text) => el('li', {}, text)));
}
