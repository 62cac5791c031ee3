import { el } from '../kit/dom.js';

/** A line of text. */
export function text(name, attributes = {}) {
  return el('input', { name, autocomplete: 'off', ...attributes });
}

/** A number. */
export function number(name, value, attributes = {}) {
  return el('input', { name, type: 'number', inputmode: 'decimal', required: true, value, ...attributes });
}

/** A date and time, where whoever looks is. */
export function local(name, millis, attributes = {}) {
  return el('input', { name, type: 'datetime-local', value: millis === null ? null : asLocal(millis), ...attributes });
}

/** What a field for a date and time says, as an instant. */
export function instant(control) {
  return new Date(control.value).toISOString();
}

/** What a field for money says, in the currency's minor unit. */
export function minor(control, currency) {
  return Math.round(Number(control.value) * 10 ** digits(currency));
}

/** An amount in the currency's minor unit, as a field for money says it. */
export function major(amount, currency) {
  return amount / 10 ** digits(currency);
}

/** What is left empty is not said at all. */
export function given(name, control) {
  return control.value.trim() ? { [name]: control.value.trim() } : {};
}

/** Fields that belong together. */
export function group(title, ...content) {
  return el('fieldset', { class: 'card form group' }, el('legend', {}, title), content);
}

function digits(currency) {
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
  } catch {
    return 0; // The server says what is wrong with it.
  }
}

function asLocal(millis) {
  const whole = new Date(Math.ceil(millis / 60_000) * 60_000);
  return new Date(whole.getTime() - whole.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
