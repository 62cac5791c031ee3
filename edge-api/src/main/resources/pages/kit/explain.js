import { Problem, Unreachable } from '../api.js';
import { t } from './problem-texts.js';

/** What went wrong and what to do, in plain words. What is no trouble of the world but a defect of the page is not explained away. */
export function explain(problem) {
  if (problem instanceof Problem) {
    const words = t[problem.code];
    const what = typeof words === 'function' ? words(problem.told) : words;
    return what ?? (problem.message || t.unknown);
  }
  if (problem instanceof Unreachable || problem instanceof DOMException) {
    return t.unreachable;
  }
  throw problem;
}
