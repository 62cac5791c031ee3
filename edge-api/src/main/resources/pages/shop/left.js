import { el, fill } from '../kit/dom.js';
import { t as commonTexts } from '../kit/texts.js';
import { t } from './line-texts.js';
import * as words from '../words.js';

/** What there is to buy, grade by grade: what it costs, and how much of it is left. */
export class Left {
  constructor() {
    this.element = el('div', { class: 'left-now' });
  }

  tell({ currency, prices, sold_out: soldOut, seats_left: left, performances }) {
    const all = performances.flatMap((each) => each.grades);
    fill(
      this.element,
      el('p', { class: soldOut ? 'big' : 'quiet-text' }, soldOut ? t.soldOut : left === 0 ? t.allHeld : t.leftNow),
      el('ul', {}, prices.map(({ grade, from, to }) => row(grade, words.prices(from, to, currency), sum(all.filter((each) => each.grade === grade))))),
    );
  }
}

/** What there is to buy of an event, for whoever doesn't wait in its line; null where nothing is known of it yet. */
export function saleOf({ currency, sections, performances: dates }) {
  const performances = dates.filter((each) => each.status !== 'cancelled' && each.grades);
  const { left, held } = sum(performances);
  const prices = [...new Set(sections.map((section) => section.grade))].map((grade) => {
    const some = sections.filter((section) => section.grade === grade).map((section) => section.price);
    return { grade, from: Math.min(...some), to: Math.max(...some) };
  });
  return performances.length === 0 ? null : { currency, prices, sold_out: left + held === 0, seats_left: left, performances };
}

function row(grade, price, { left, held, all }) {
  const meter = el('i');
  meter.style.width = words.percent(left, all);
  return el(
    'li',
    { 'data-out': String(left === 0) },
    el('span', {}, el('b', {}, grade), ' ', el('span', { class: 'price' }, price)),
    el('span', { class: 'quiet-text' }, left === 0 ? commonTexts.gone(held) : commonTexts.left(left, all)),
    el('span', { class: 'meter' }, meter),
  );
}

function sum(counts) {
  const of = (name) => counts.reduce((so, each) => so + (each[name] ?? 0), 0);
  return { left: of('seats_left'), held: of('seats_held'), all: of('seats') };
}
