import { newId, tab } from './store.js';

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
