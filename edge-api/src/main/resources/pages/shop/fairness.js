import { el, fill } from '../kit/dom.js';
import { Notices } from '../kit/notices.js';
import { path } from '../kit/page.js';
import { t } from './line-texts.js';
import { draw } from './joining.js';

/** How the draw comes about and how to check it, with what is published by now. */
export function fairness({ event_id: eventId, waiting_room: { beacon } }) {
  const notices = new Notices();
  const published = el('dl', { class: 'facts hashes' });
  const roster = `/api${path('queue', eventId, 'draw', 'roster')}`;
  const details = el(
    'details',
    { class: 'card fair' },
    el('summary', {}, t.fair),
    el('ol', {}, t.fairSteps(beacon).map((step) => step && el('li', {}, step))),
    notices.element,
    published,
    el('p', {}, t.fairTool),
    el('pre', {}, el('code', {}, './onsale verify-draw draw.ndjson --receipt receipt.json --keys keys.json')),
    el(
      'p',
      { class: 'actions' },
      el('a', { class: 'button quiet small', href: roster, download: 'draw.ndjson' }, t.roster),
      el('a', { class: 'button quiet small', href: '/.well-known/jwks.json', download: 'keys.json' }, t.keys),
      el('a', { class: 'button quiet small', href: `/api${path('queue', eventId, 'draw')}` }, t.draw),
    ),
  );
  details.addEventListener('toggle', async () => {
    if (details.open) {
      try {
        const facts = await draw(eventId);
        const fact = (name, value) => [el('dt', {}, name), el('dd', {}, value === null ? missing(facts) : el('code', {}, value))];
        fill(
          published,
          fact(t.commitment, facts.commitment),
          fact(t.rosterRoot, facts.roster_root),
          facts.beacon && fact(t.beacon, facts.beacon.value),
          fact(t.seed, facts.seed),
          fact(t.orderHash, facts.order_hash),
          fact(t.moved, facts.moved),
        );
      } catch (problem) {
        notices.problem(problem);
      }
    }
  });
  return details;
}

function missing({ phase }) {
  return phase === 'closed' ? t.never : t.later;
}
