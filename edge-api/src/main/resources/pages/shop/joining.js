import { Problem, send, Unreachable } from '../api.js';
import { clock, deviceId, path } from '../kit/page.js';
import { call } from '../kit/session.js';
import { newId } from '../kit/store.js';
import { t } from './line-texts.js';
import { solve } from './puzzle.js';

const TRIES = 3;

/** Joins a line; where a challenge stands before it, it is solved first, and how that goes is told. */
export async function join(eventId, onTried) {
  let challenge;
  for (let attempt = 1; ; attempt++) {
    try {
      const body = { event_id: eventId, ...(challenge ? { challenge } : {}) };
      return await call('POST', '/api/queue/join', { body, key: newId(), headers: { 'X-Device-Id': deviceId() } });
    } catch (problem) {
      if (!(problem instanceof Problem) || problem.code !== 'challenge_required' || attempt === TRIES) {
        throw problem;
      }
      challenge = await solution(problem.told.challenge, onTried);
    }
  }
}

async function solution(asked, onTried) {
  if (asked?.kind !== 'proof-of-work') {
    throw new Problem(403, 'captcha', t.captcha);
  }
  onTried(0);
  return { puzzle: asked.puzzle, solution: await solve(asked, onTried) };
}

/** The place with which whoever is signed in waits or is let in, wherever they joined; null where there is none, or nobody can tell now. */
export async function own(eventId) {
  try {
    return await call('GET', `/api/queue/status?event_id=${encodeURIComponent(eventId)}`);
  } catch (problem) {
    if (problem instanceof Problem || problem instanceof Unreachable) {
      return null; // Joining gives the same place.
    }
    throw problem;
  }
}

/**
 * Where somebody stands who joins now: in the `draw`, at the end of the `line`, or `nowhere`.
 *
 * @param room as a place's status tells of it, if one is known
 */
export function newPlace(event, room = null) {
  if ((room ?? event.line)?.joinable === false) {
    return 'nowhere';
  }
  const before = room ? room.phase === 'scheduled' || room.phase === 'pre_queue' : clock.now() < Date.parse(event.on_sale_at);
  return before ? 'draw' : 'line';
}

/** Gives a place up. */
export function leave(eventId, token) {
  return send('POST', '/api/queue/leave', { body: { event_id: eventId }, headers: { Authorization: `Bearer ${token}` } });
}

/** What proves a place. */
export function receipt(eventId, token) {
  return send('GET', `/api/queue/receipt?event_id=${encodeURIComponent(eventId)}`, { headers: { Authorization: `Bearer ${token}` } });
}

/** The draw as it is published. */
export function draw(eventId) {
  return send('GET', `/api${path('queue', eventId, 'draw')}`);
}
