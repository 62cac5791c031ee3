import { el, svg } from '../kit/dom.js';
import { t } from './events-texts.js';

const WIDTH = 320;
const HEIGHT = 180;
const TONES = [
  ['#1e1b4b', '#a5b4fc', '#6366f1', '#fbbf24'],
  ['#3b0764', '#e9d5ff', '#a855f7', '#f9a8d4'],
  ['#052e2b', '#99f6e4', '#14b8a6', '#fde68a'],
  ['#431407', '#fed7aa', '#f97316', '#fef08a'],
  ['#172554', '#bfdbfe', '#3b82f6', '#f0abfc'],
  ['#4c0519', '#fecdd3', '#f43f5e', '#fcd34d'],
];

/** The picture that an event brings; where it brings none or it can't be had, one of its own. */
export function picture({ event_id: id, title, banner_url: url }) {
  if (!isSafe(url)) {
    return poster(id);
  }
  const banner = el('img', { class: 'poster', src: url, alt: t.banner(title), referrerpolicy: 'no-referrer', decoding: 'async', onerror: () => banner.replaceWith(poster(id)) });
  return banner;
}

function isSafe(url) {
  return Boolean(url) && URL.canParse(url) && new URL(url).protocol === 'https:';
}

/** A picture for an event that brings none: a hall of its own, drawn from its id. */
export function poster(id) {
  const chance = chances(id);
  const [ground, pale, strong, light] = TONES[Math.floor(chance() * TONES.length)];
  const rows = 5 + Math.floor(chance() * 3);
  const bend = 18 + chance() * 34;
  const gap = 9 + chance() * 5;
  const lines = [];
  for (let row = 0; row < rows; row++) {
    const y = 62 + row * (112 / rows);
    const reach = 96 + row * (64 / rows);
    lines.push(
      svg('path', {
        d: `M${160 - reach} ${y}Q160 ${y + bend} ${160 + reach} ${y}`,
        stroke: row === 0 ? light : chance() < 0.5 ? pale : strong,
        'stroke-width': 6.5,
        'stroke-linecap': 'round',
        'stroke-dasharray': `0 ${gap}`,
        'stroke-dashoffset': (chance() * gap).toFixed(1),
        opacity: (0.95 - row * 0.07).toFixed(2),
      }),
    );
  }
  return svg(
    'svg',
    { class: 'poster', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'xMidYMid slice', 'aria-hidden': 'true' },
    svg('rect', { width: WIDTH, height: HEIGHT, fill: ground }),
    svg('path', { d: 'M160 -60L20 180H300Z', fill: light, opacity: '0.08' }),
    svg('path', { d: 'M110 34Q160 46 210 34', fill: 'none', stroke: light, 'stroke-width': 3, 'stroke-linecap': 'round' }),
    svg('g', { fill: 'none' }, lines),
  );
}

/** Numbers from 0 to 1 that look like chance and are the same for the same id. */
function chances(id) {
  let state = 2166136261;
  for (const letter of id) {
    state = Math.imul(state ^ letter.codePointAt(0), 16777619);
  }
  return () => {
    state = Math.imul(state ^ (state >>> 15), 2246822507) + 0x9e3779b9;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
}
