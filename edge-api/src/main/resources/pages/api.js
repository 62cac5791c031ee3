/** An answer that is not what was asked for, as the edge explains it. */
export class Problem extends Error {
  constructor(status, code, detail) {
    super(detail);
    this.status = status;
    this.code = code;
  }

  static async of(response) {
    const body = await response.json().catch(() => ({}));
    return new Problem(response.status, body.code ?? 'unknown', body.detail ?? response.statusText);
  }
}

/** The JSON under a path, asked for anew. */
export async function get(path) {
  const response = await fetch(path, { headers: { Accept: 'application/json' }, cache: 'no-cache' });
  if (!response.ok) {
    throw await Problem.of(response);
  }
  return response.json();
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
