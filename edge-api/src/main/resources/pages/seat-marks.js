import { svg } from './kit/dom.js';

/** What is special about a seat, as strokes in a square of 2 around the seat's middle; the first that fits is drawn. */
const MARKS = {
  wheelchair: 'M-.15-.62v.42M-.15-.12v.3h.5l.22.5M-.4-.1a.42.42 0 1 0 .62.6',
  companion: 'M0-.5v1M-.5 0h1',
  restricted_view: 'M-.45-.45l.9.9M.45-.45l-.9.9',
  sign_language: 'M-.5-.3h1M-.5.02h1M-.5.34h.6',
};

// So far apart are seats whose marks can be told apart.
const LEAST_PITCH = 8;

// Organizers name what is special; some of it in more than one way.
const ALSO = { sign_language_view: 'sign_language' };

// Null where nothing is to be marked.
function markOf(attributes) {
  const names = attributes.map((name) => ALSO[name] ?? name);
  return Object.keys(MARKS).find((name) => names.includes(name)) ?? null;
}

/** The marks of a hall's seats, by seat, where there is room for them. */
export function marksOf(hall, pitch = LEAST_PITCH) {
  const marks = new Map();
  if (pitch >= LEAST_PITCH) {
    for (const [id, attributes] of hall.attributes) {
      const mark = markOf(attributes);
      if (mark !== null && hall.index.has(id)) {
        marks.set(hall.index.get(id), mark);
      }
    }
  }
  return marks;
}

/** The strokes of a mark. */
export function strokes(mark) {
  return MARKS[mark];
}

/** A seat that is marked, for a legend. */
export function sample(mark) {
  return svg('svg', { class: 'mark-sample', viewBox: '-1 -1 2 2', 'aria-hidden': 'true' }, svg('circle', { r: 1 }), svg('path', { class: 'mark', d: MARKS[mark] }));
}
