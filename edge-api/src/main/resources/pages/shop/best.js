import { el } from '../kit/dom.js';
import { busy, field, stepper, tick } from '../kit/fields.js';
import { t as commonTexts } from '../kit/texts.js';
import { t } from './seats-texts.js';
import * as words from '../words.js';

/** Asks for the best seats that are left instead of choosing them. */
export function best(event, take) {
  const sections = event.sections.filter((section) => section.mode === 'seat');
  const select = el('select', {}, sections.map(({ name, grade, price }) => new Option(`${name} · ${grade} · ${words.price(price, event.currency)}`, name)));
  const count = stepper(t.howMany, { value: Math.min(2, event.ticket_limit), max: event.ticket_limit, less: commonTexts.less, more: commonTexts.more });
  const together = tick(t.together, { checked: true });
  const wheelchair = tick(t.wheelchair);
  const button = el('button', { class: 'button quiet', type: 'submit' }, t.takeBest);
  const submit = (submitted) => {
    submitted.preventDefault();
    const attributes = wheelchair.box.checked ? ['wheelchair'] : [];
    busy(button, () => take({ section: select.value, quantity: count.value, best_available: true, together: together.box.checked, ...(attributes.length > 0 ? { attributes } : {}) }));
  };
  return el(
    'section',
    { class: 'card', 'aria-labelledby': 'best' },
    el('h2', { id: 'best' }, t.best),
    el('p', { class: 'quiet-text' }, t.bestLead),
    el('form', { novalidate: true, onsubmit: submit }, field(t.sections, select), count.element, together.element, wheelchair.element, button),
  );
}
