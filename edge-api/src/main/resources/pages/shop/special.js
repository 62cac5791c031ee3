import { el } from '../kit/dom.js';
import { t } from './seats-texts.js';
import * as words from '../words.js';

/** What is special about a seat, in words. */
export function inWords(attributes) {
  return attributes.map((name) => t.attribute[name] ?? words.step(name).toLowerCase());
}

/** What is special about a seat, to be seen beside its name; what one would not want stands out. */
export function special(attributes = []) {
  return inWords(attributes).map((text, i) => el('span', { class: 'pill special', 'data-kind': attributes[i] === 'restricted_view' ? 'warn' : 'off' }, text));
}
