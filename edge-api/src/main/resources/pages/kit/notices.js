import { el, fill } from './dom.js';
import { explain } from './explain.js';

/** A place in a page where it tells what happened; read out to whoever doesn't see it. */
export class Notices {
  constructor() {
    this.element = el('div', { class: 'notices', role: 'alert' });
  }

  clear() {
    this.element.replaceChildren();
  }

  /** Tells something in words, with things to do about it. */
  tell(kind, words, ...ways) {
    fill(this.element, el('div', { class: 'notice', 'data-kind': kind }, el('p', {}, words), ways.length > 0 && el('p', { class: 'ways' }, ways)));
    this.element.scrollIntoView({ block: 'nearest' });
  }

  /** Tells of a problem. */
  problem(problem, ...ways) {
    this.tell('bad', explain(problem), ...ways);
  }
}
