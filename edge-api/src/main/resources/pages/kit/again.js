import { Problem, Unreachable } from '../api.js';

/** Looks again and again, while anybody looks at the page. */
export function again(task, pause) {
  setTimeout(async () => {
    if (!document.hidden) {
      await task().catch((problem) => {
        if (!(problem instanceof Problem || problem instanceof Unreachable)) {
          throw problem;
        }
      });
    }
    again(task, pause);
  }, pause() * (0.85 + Math.random() * 0.3));
}
