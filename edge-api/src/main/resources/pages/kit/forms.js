import { el } from './dom.js';
import { explain } from './explain.js';
import { busy, complain, complete } from './fields.js';
import { newId } from './store.js';

/** A form that asks the server, and tells what it said: at the field that it is about, or in the notices. */
export function form(notices, words, fields, submit) {
  const button = el('button', { class: 'button', type: 'submit' }, words);
  const element = el('form', { novalidate: true }, fields, button);
  element.addEventListener('submit', (event) => {
    event.preventDefault();
    if (complete(element)) {
      busy(button, async () => {
        notices.clear();
        try {
          await submit(element);
        } catch (problem) {
          refuse(notices, element, problem);
        }
      });
    }
  });
  return element;
}

function refuse(notices, element, problem) {
  const { field } = problem.told ?? {};
  const control = field && element.elements[field];
  if (control?.id) {
    complain(control, problem.message.replace(`The field '${field}' `, 'This ')); // Which people know by its label.
  } else {
    notices.problem(problem);
  }
}

/** What a problem with this code is about is this field. */
export async function about(control, code, ask, words) {
  try {
    return await ask();
  } catch (problem) {
    if (problem.code !== code) {
      throw problem;
    }
    complain(control, words ?? explain(problem));
    return null;
  }
}

/**
 * Keys of requests that have a password: the same form sent again is the same request, and a corrected one another. Not kept in the tab as other keys are.
 */
export function keys() {
  let last = { asked: '' };
  return (body) => {
    const asked = JSON.stringify(body);
    last = last.asked === asked ? last : { asked, key: newId() };
    return last.key;
  };
}
