import { el } from './dom.js';
import { t } from './texts.js';

/** Asks before something is done that can't be undone; whether it shall be. What is filled in there has to be `ready`. */
export function confirm({ title, body, yes, danger = true, ready = () => true }) {
  const id = `dialog-${document.querySelectorAll('dialog').length}`;
  const go = el('button', { class: danger ? 'button danger' : 'button', value: 'yes', type: 'button' }, yes);
  const stay = el('button', { class: 'button quiet', value: '', type: 'button', autofocus: true }, t.notNow);
  const dialog = el('dialog', { 'aria-labelledby': id }, el('h2', { id }, title), body, el('div', { class: 'actions' }, stay, go));
  document.body.append(dialog);
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
    go.addEventListener('click', () => ready() && dialog.close('yes'));
    stay.addEventListener('click', () => dialog.close(''));
    dialog.showModal();
  });
}
