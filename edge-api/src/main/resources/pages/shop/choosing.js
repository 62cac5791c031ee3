import { path, way } from '../kit/page.js';
import { tab } from '../kit/store.js';

const name = (performanceId) => `picks.${performanceId}`;

/** Where places of a date are chosen. */
export function choosing(eventId, performanceId) {
  return `${path('events', eventId, 'seats')}?performance=${encodeURIComponent(performanceId)}`;
}

/** Keeps seats of a date to be chosen when its map is looked at next. */
export function keepPicks(performanceId, seats) {
  tab.set(name(performanceId), seats);
}

/** The seats that were kept, which are kept no longer; null where none were. */
export function takePicks(performanceId) {
  const kept = tab.get(name(performanceId));
  tab.remove(name(performanceId));
  return kept;
}

/** A way back to choosing, where the seats that one had are chosen already as far as they are free. */
export function chooseAgain(words, eventId, performanceId, seats) {
  const link = way(words, choosing(eventId, performanceId));
  link.addEventListener('click', () => keepPicks(performanceId, seats));
  return link;
}
