import { Problem } from '../api.js';
import { clock } from '../kit/page.js';
import { draw } from './joining.js';
import { t } from './line-texts.js';

/** Whether an event's line is drawn; only a beacon lets a sale begin before. */
export async function isDrawn({ event_id: id, on_sale_at: opens, waiting_room: room }) {
  if (Date.parse(opens) > clock.now()) {
    return false;
  }
  if (!room?.beacon) {
    return true;
  }
  try {
    return (await draw(id)).seed !== null;
  } catch (problem) {
    if (problem instanceof Problem) {
      return false;
    }
    throw problem;
  }
}

/** What a draw waits for, in words. */
export function awaited(beacon) {
  return Date.parse(beacon.due_at) <= clock.now() ? t.drawOverdue(beacon) : t.drawWaits(beacon);
}
