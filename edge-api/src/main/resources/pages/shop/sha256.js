const BLOCK = 64;
const PRIMES = primes(64);
// The first bits of the fractions of the primes' cube and square roots, as the standard has them.
const ROUNDS = Int32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)));
const INITIAL = Int32Array.from(PRIMES.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));

/** SHA-256 of texts that begin alike: the beginning is digested once. Synchronous, for puzzles that take many thousands of digests. */
export class Sha256 {
  #state = INITIAL.slice();
  #rest;
  #length;
  #words = new Int32Array(64);
  #bytes = new Uint8Array(2 * BLOCK);

  constructor(beginning) {
    const bytes = new TextEncoder().encode(beginning);
    const whole = bytes.length - (bytes.length % BLOCK);
    for (let at = 0; at < whole; at += BLOCK) {
      this.#block(this.#state, bytes, at);
    }
    this.#rest = bytes.subarray(whole);
    this.#length = bytes.length;
  }

  /** The digest, in eight words, of the beginning followed by a few more letters of ASCII. */
  with(end) {
    const state = this.#state.slice();
    const used = this.#rest.length + end.length;
    const bytes = this.#bytes.fill(0);
    bytes.set(this.#rest);
    for (let i = 0; i < end.length; i++) {
      bytes[this.#rest.length + i] = end.charCodeAt(i);
    }
    bytes[used] = 0x80;
    const blocks = used + 9 > BLOCK ? 2 : 1;
    new DataView(bytes.buffer).setUint32(blocks * BLOCK - 4, (this.#length + end.length) * 8);
    for (let at = 0; at < blocks * BLOCK; at += BLOCK) {
      this.#block(state, bytes, at);
    }
    return state;
  }

  #block(state, bytes, at) {
    const w = this.#words;
    for (let i = 0; i < 16; i++) {
      const from = at + 4 * i;
      w[i] = (bytes[from] << 24) | (bytes[from + 1] << 16) | (bytes[from + 2] << 8) | bytes[from + 3];
    }
    for (let i = 16; i < 64; i++) {
      const s0 = turn(w[i - 15], 7) ^ turn(w[i - 15], 18) ^ (w[i - 15] >>> 3);
      const s1 = turn(w[i - 2], 17) ^ turn(w[i - 2], 19) ^ (w[i - 2] >>> 10);
      w[i] = (w[i - 16] + s0 + w[i - 7] + s1) | 0;
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 64; i++) {
      const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + ROUNDS[i] + w[i]) | 0;
      const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((word, i) => (state[i] = (state[i] + word) | 0));
  }
}

/** How many zero bits a digest begins with. */
export function zeroBits(digest) {
  let bits = 0;
  for (const word of digest) {
    if (word !== 0) {
      return bits + Math.clz32(word);
    }
    bits += 32;
  }
  return bits;
}

function turn(word, by) {
  return (word >>> by) | (word << (32 - by));
}

function fraction(root) {
  return Math.floor((root - Math.floor(root)) * 2 ** 32) | 0;
}

function primes(count) {
  const found = [];
  for (let number = 2; found.length < count; number++) {
    if (found.every((prime) => number % prime !== 0)) {
      found.push(number);
    }
  }
  return found;
}
