import { tab } from './store.js';

const HEADER = 'X-Onsale-Version';
const STORE = 'versions';
const KEPT = 3;
// By then every view has come so far.
const FRESH = 60_000;

/** Remembers what a write made, so that what is read next has it in it, whichever instance answers. */
export function seen(response) {
  const version = response.headers.get(HEADER);
  if (version) {
    write([...read(), { version, at: Date.now() }].slice(-KEPT));
  }
}

/** The header that asks for what was written from here. */
export function wanted() {
  const versions = read();
  return versions.length === 0 ? {} : { [HEADER]: versions.map((each) => each.version).join(',') };
}

/** Forgets all: another system may be under this address by now. */
export function forget() {
  write([]);
}

function read() {
  return (tab.get(STORE) ?? []).filter((each) => Date.now() - each.at < FRESH);
}

function write(versions) {
  tab.set(STORE, versions);
}
