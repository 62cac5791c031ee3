import { Problem, send } from '../api.js';
import { browser, newId, tab } from './store.js';

const STORE = 'session';
const SPARE = 30_000;

let listener = () => {};

addEventListener('storage', (change) => {
  if (change.key === `onsale.${STORE}`) {
    listener();
  }
});

/** Who is signed in here: `{user_id, guest, contact, …}`, or null. A guest whose time is over is nobody. */
export function who() {
  const session = browser.get(STORE);
  return session && (session.refresh_token || Date.now() < session.expires_at) ? session : null;
}

/** Is told whenever somebody comes or goes, in this tab or another. */
export function onChange(tell) {
  listener = tell;
}

/** Keeps the tokens of whoever has just shown who they are. */
export function begin(tokens, more = {}) {
  browser.set(STORE, {
    ...more,
    user_id: tokens.user_id,
    access_token: tokens.access_token,
    refresh_token: tokens.refresh_token ?? null,
    // Two tabs that refresh at once ask for the same thing, and are given the same tokens.
    refresh_key: newId(),
    guest: !tokens.refresh_token,
    expires_at: Date.now() + tokens.expires_in * 1000,
  });
  listener();
}

/** Adds to what is known of whoever is signed in. */
export function know(more) {
  const session = browser.get(STORE);
  if (session) {
    browser.set(STORE, { ...session, ...more });
    listener();
  }
}

/** Forgets who was here, and all that was theirs. */
export function end() {
  browser.remove(STORE);
  browser.clear('place.');
  tab.clear('');
  listener();
}

/** Signs out here and at the server. */
export async function logOut() {
  const session = browser.get(STORE);
  end();
  if (session?.refresh_token) {
    await send('POST', '/api/auth/logout', { body: { refresh_token: session.refresh_token } }).catch(() => {});
  }
}

/**
 * A call in the name of whoever is signed in, if anybody is. With `key`, a repeated call is the same call.
 */
export async function call(method, path, { body, key, headers = {} } = {}) {
  const options = { body, headers: { ...headers, ...(key ? { 'Idempotency-Key': key } : {}) } };
  const session = await fresh();
  if (session === null) {
    return send(method, path, options);
  }
  try {
    return await send(method, path, as(session, options));
  } catch (problem) {
    if (problem.status !== 401 || problem.code !== 'invalid_token') {
      throw problem;
    }
    const renewed = await renew(session);
    if (renewed === null) {
      throw problem;
    }
    return send(method, path, as(renewed, options));
  }
}

function as(session, options) {
  return { ...options, headers: { ...options.headers, Authorization: `Bearer ${session.access_token}` } };
}

async function fresh() {
  const session = who();
  return session?.refresh_token && Date.now() > session.expires_at - SPARE ? renew(session) : session;
}

/** New tokens; null where the session is over. */
async function renew(session) {
  const now = browser.get(STORE);
  if (now && now.access_token !== session.access_token) {
    return now; // Another tab was faster.
  }
  if (!session.refresh_token) {
    end();
    return null;
  }
  try {
    const tokens = await send('POST', '/api/auth/refresh', {
      body: { refresh_token: session.refresh_token },
      headers: { 'Idempotency-Key': session.refresh_key },
    });
    const { name, role } = session;
    begin(tokens, { name, role });
    return browser.get(STORE);
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.status !== 401) {
      throw problem;
    }
    end();
    return null;
  }
}
