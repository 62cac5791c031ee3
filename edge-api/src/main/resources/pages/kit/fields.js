import { el, say } from './dom.js';

let count = 0;

/** A labelled field of a form. `hint` says what goes in; problems are told beneath it. */
export function field(label, control, { hint, wide = false } = {}) {
  const id = control.id || `field-${++count}`;
  control.id = id;
  const about = hint && el('small', { id: `${id}-hint` }, hint);
  const trouble = el('small', { class: 'trouble', id: `${id}-trouble`, hidden: true });
  control.setAttribute('aria-describedby', [about && about.id, trouble.id].filter(Boolean).join(' '));
  const element = el('div', { class: wide ? 'field wide' : 'field' }, el('label', { for: id }, label), control, about, trouble);
  control.addEventListener('input', () => clear(control));
  return element;
}

/** A box to tick with its words beside it. */
export function tick(label, attributes = {}) {
  const id = attributes.id ?? `field-${++count}`;
  const box = el('input', { ...attributes, id, type: 'checkbox' });
  return { box, element: el('div', { class: 'tick' }, box, el('label', { for: id }, label)) };
}

/** One of several, as cards to choose from. */
export function choices(legend, name, options, chosen, onchange = () => {}) {
  const cards = options.map(({ value, label, note, disabled = false }) => {
    const id = `field-${++count}`;
    const radio = el('input', { type: 'radio', id, name, value, checked: value === chosen, disabled, onchange: () => onchange(value) });
    return el('div', { class: 'choice' }, radio, el('label', { for: id }, el('span', {}, label), note && el('small', {}, note)));
  });
  return el('fieldset', { class: 'choices' }, el('legend', {}, legend), cards);
}

/** A number with buttons for one less and one more. */
export function stepper(label, { value = 1, min = 1, max = 100, less, more, onchange = () => {} }) {
  const id = `field-${++count}`;
  const input = el('input', { id, type: 'number', inputmode: 'numeric', min, max, value });
  const go = (by) => {
    input.value = Math.min(max, Math.max(min, (Number(input.value) || min) + by));
    onchange(Number(input.value));
  };
  input.addEventListener('change', () => go(0));
  const element = el(
    'div',
    { class: 'field' },
    el('label', { for: id }, label),
    el(
      'div',
      { class: 'stepper' },
      el('button', { type: 'button', 'aria-label': less, onclick: () => go(-1) }, '−'),
      input,
      el('button', { type: 'button', 'aria-label': more, onclick: () => go(1) }, '+'),
    ),
  );
  return { element, input, get value() { return Number(input.value); } };
}

/** Tells what is wrong with a field, and goes there. */
export function complain(control, words) {
  const trouble = document.getElementById(`${control.id}-trouble`);
  control.setAttribute('aria-invalid', 'true');
  if (trouble) {
    say(trouble, words);
    trouble.hidden = false;
  }
  control.focus();
}

/** What a field is called in its form. */
export function labelOf(control) {
  return control.labels?.[0]?.textContent ?? '';
}

function clear(control) {
  control.removeAttribute('aria-invalid');
  const trouble = document.getElementById(`${control.id}-trouble`);
  if (trouble) {
    trouble.hidden = true;
  }
}

/** The first field that isn't filled in as it has to be, told of by the browser's own words; true where all are. */
export function complete(form) {
  for (const control of form.elements) {
    if (control.willValidate && !control.checkValidity()) {
      complain(control, control.validationMessage);
      return false;
    }
  }
  return true;
}

/** Runs something once at a time: the button waits meanwhile, and says so. */
export async function busy(button, task) {
  if (button.getAttribute('aria-busy') === 'true') {
    return undefined;
  }
  button.setAttribute('aria-busy', 'true');
  try {
    return await task();
  } finally {
    button.removeAttribute('aria-busy');
  }
}
