import { Problem } from '../api.js';
import { newId, tab } from './store.js';

// These say nothing about what was asked before under the same key; the last is a proxy's, not the edge's.
const OPEN = new Set(['request_in_flight', 'too_many_requests', 'unknown']);

/**
 * The key of a request: the same for the same request until it is settled, also after a reload, so that what was done though its answer
 * was lost is not done again.
 */
export function keyOf(name, body) {
  const asked = JSON.stringify(body);
  const known = tab.get(`key.${name}`);
  if (known?.asked === asked) {
    return known.key;
  }
  const key = newId();
  tab.set(`key.${name}`, { asked, key });
  return key;
}

/** Whatever is asked next is another request. */
export function settled(name) {
  tab.remove(`key.${name}`);
}

/** What was asked for last and may have been done, though nobody knows; null where everything is settled. */
export function unsettled(name) {
  return JSON.parse(tab.get(`key.${name}`)?.asked ?? 'null');
}

/** Whether a problem says for certain that nothing was done. Of no answer, and of a server's or a proxy's trouble, nobody knows. */
export function refused(problem) {
  return problem instanceof Problem && problem.status < 500 && !OPEN.has(problem.code);
}

/** Asks for something under its key, which is kept until it is certain what became of it. */
export async function once(name, body, ask) {
  try {
    const answer = await ask(keyOf(name, body));
    settled(name);
    return answer;
  } catch (problem) {
    if (refused(problem)) {
      settled(name);
    }
    throw problem;
  }
}
