import { Sha256, zeroBits } from './sha256.js';

/** Attempts at a puzzle, one number after another. */
export class Attempts {
  constructor(puzzle, bits) {
    this.digest = new Sha256(`${puzzle}:`);
    this.bits = bits;
    this.tried = 0;
  }

  /** So many more attempts; the solution, or null. */
  some(count) {
    for (const end = this.tried + count; this.tried < end; this.tried++) {
      if (zeroBits(this.digest.with(String(this.tried))) >= this.bits) {
        return String(this.tried);
      }
    }
    return null;
  }
}
