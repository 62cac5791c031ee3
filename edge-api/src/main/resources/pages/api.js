import { forget, seen, wanted } from './kit/versions.js';

/** An answer that is not what was asked for, as the edge explains it. */
export class Problem extends Error {
  constructor(status, code, detail, told = {}) {
    super(detail);
    this.status = status;
    this.code = code;
    this.told = told;
  }

  static async of(response) {
    const body = await response.json().catch(() => ({}));
    const told = { retry_after: Number(response.headers.get('Retry-After')) || undefined, ...body };
    return new Problem(response.status, body.code ?? 'unknown', body.detail ?? response.statusText, told);
  }
}

/** There was no answer at all. */
export class Unreachable extends TypeError {}

/** What a call answers: its JSON, or null where there is none. */
export async function send(method, path, options) {
  try {
    return await once(method, path, options);
  } catch (problem) {
    if (problem.code !== 'bad_version') {
      throw problem;
    }
    forget();
    return once(method, path, options);
  }
}

async function once(method, path, { body, headers = {} } = {}) {
  const response = await ask(path, {
    method,
    headers: {
      Accept: 'application/json',
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(method === 'GET' ? wanted() : {}),
      ...headers,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
    cache: method === 'GET' ? 'no-cache' : 'no-store',
  });
  if (!response.ok) {
    throw await Problem.of(response);
  }
  seen(response);
  return response.status === 204 ? null : response.json();
}

async function ask(path, options) {
  try {
    return await fetch(path, options);
  } catch (failure) {
    throw failure instanceof TypeError ? new Unreachable(failure.message) : failure;
  }
}

/** The JSON under a path, asked for anew. */
export function get(path) {
  return send('GET', path);
}

/** The server's clock, whatever this machine's says. */
export class ServerClock {
  #ahead = 0;

  async sync() {
    const asked = Date.now();
    const { epoch_millis: then } = await get('/api/time');
    this.#ahead = then - (asked + Date.now()) / 2;
  }

  now() {
    return Date.now() + this.#ahead;
  }
}
