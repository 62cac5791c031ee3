import { Attempts } from './attempts.js';

// Solves a puzzle beside the page, which stays usable meanwhile.
const ROUND = 20_000;

onmessage = ({ data: { puzzle, bits } }) => {
  const attempts = new Attempts(puzzle, bits);
  let solution = null;
  while (solution === null) {
    solution = attempts.some(ROUND);
    postMessage({ tried: attempts.tried, solution });
  }
};
