import { Attempts } from './attempts.js';

const ROUND = 2_000;

/** Solves a puzzle beside the page where that is possible, else bit by bit within it; tells how often it has tried. */
export function solve({ puzzle, bits }, onTried) {
  return new Promise((resolve) => {
    const worker = new Worker('/pages/shop/puzzle-worker.js', { type: 'module' });
    worker.onmessage = ({ data: { tried, solution } }) => {
      onTried(tried);
      if (solution !== null) {
        worker.terminate();
        resolve(solution);
      }
    };
    worker.onerror = () => {
      worker.terminate();
      resolve(bitByBit(new Attempts(puzzle, bits), onTried));
    };
    worker.postMessage({ puzzle, bits });
  });
}

async function bitByBit(attempts, onTried) {
  let solution = null;
  while (solution === null) {
    solution = attempts.some(ROUND);
    onTried(attempts.tried);
    await new Promise((resume) => setTimeout(resume));
  }
  return solution;
}
