import { el, fill, say } from '../kit/dom.js';
import { clock } from '../kit/page.js';
import { t as commonTexts } from '../kit/texts.js';
import { t } from './checkout-texts.js';
import { t as seatsTexts } from './seats-texts.js';
import * as words from '../words.js';
import { Coupon } from './coupon.js';
import { special } from './special.js';

/** What is held, ticket by ticket, with reductions to choose, a coupon, and what it comes to. */
export class Bill {
  #lines;

  constructor(event, hold, { onChange, onProblem }) {
    this.event = event;
    this.hold = hold;
    this.onChange = onChange;
    this.coupon = new Coupon({ order: () => ({ reservation_id: hold.reservation_id, ...this.wanted() }), onChange: () => this.#changed(), onProblem });
    this.#lines = [
      ...hold.seats.map((seat) => ({ ...seat, name: seatsTexts.seatName(seat) })),
      ...hold.areas.flatMap((area) =>
        Array.from({ length: area.quantity }, (_, i) => ({ ...area, name: [area.section, area.slot, area.quantity > 1 && `№ ${i + 1}`].filter(Boolean).join(' · ') })),
      ),
    ].map((line) => ({ ...line, concession: '' }));
    this.sums = el('dl', { class: 'sums', 'aria-live': 'polite' });
    this.element = el(
      'section',
      { class: 'card', 'aria-labelledby': 'items' },
      el('h2', { id: 'items' }, t.items),
      el('ul', { class: 'bill' }, this.#lines.map((line) => this.#line(line))),
      this.coupon.element,
      this.sums,
      hold.fees > 0 && el('p', { class: 'quiet-text kept-fees' }, t.feesKept(words.price(hold.fees, hold.currency))),
    );
    this.#tell();
  }

  #line(line) {
    const concessions = this.#offered(line);
    const price = el('b', {}, words.price(line.price, this.hold.currency));
    const proof = el('small', {});
    const options = [new Option(t.full, ''), ...concessions.map(({ code, label, percent }) => new Option(`${label} (−${percent} %)`, code))];
    const select = el(
      'select',
      {
        'aria-label': `${t.reduction} ${line.name}`,
        onchange: () => {
          line.concession = select.value;
          say(price, words.price(this.#price(line), this.hold.currency));
          const shown = concessions.find(({ code }) => code === select.value)?.proof;
          say(proof, shown ? t.proof(shown) : '');
          this.coupon.forget();
        },
      },
      options,
    );
    return el('li', {}, el('span', {}, line.name, el('small', {}, ` ${line.grade} `), special(line.attributes)), concessions.length > 0 ? el('span', {}, select, proof) : el('span', {}), price);
  }

  /** The reductions that this place can have now. */
  #offered({ section }) {
    return (this.event.concessions ?? []).filter(({ until, left, sections }) => (!until || Date.parse(until) > clock.now()) && left !== 0 && (!sections || sections.includes(section)));
  }

  /** As the server computes it: the percentage rounded down to the unit. */
  #price({ price, concession }) {
    const percent = this.event.concessions?.find(({ code }) => code === concession)?.percent ?? 0;
    return price - Math.floor((price * percent) / 100);
  }

  /** What it comes to, in words. */
  get price() {
    return words.price(this.total, this.hold.currency);
  }

  /** What it comes to; what a coupon takes off the server has told. */
  get total() {
    return this.#lines.reduce((sum, line) => sum + this.#price(line), this.hold.fees ?? 0) - this.coupon.off;
  }

  #changed() {
    this.#tell();
    this.onChange();
  }

  #tell() {
    const { currency, fees = 0 } = this.hold;
    const entry = (name, amount) => [el('dt', {}, name), el('dd', {}, amount)];
    fill(
      this.sums,
      this.coupon.off > 0 && entry(t.couponOff(this.coupon.code), `−${words.price(this.coupon.off, currency)}`),
      fees > 0 && entry(commonTexts.fees, words.price(fees, currency)),
      entry(commonTexts.total, this.price),
    );
  }

  /** What an order says of it. */
  wanted() {
    const claims = new Map();
    for (const { concession: code, seat_id: seat, section } of this.#lines.filter((line) => line.concession)) {
      const key = seat ? code : `${code} ${section}`;
      const claim = claims.get(key) ?? (seat ? { code, seat_ids: [] } : { code, section, quantity: 0 });
      claims.set(key, seat ? { code, seat_ids: [...claim.seat_ids, seat] } : { ...claim, quantity: claim.quantity + 1 });
    }
    const { code: coupon } = this.coupon;
    return { ...(coupon ? { coupon } : {}), ...(claims.size > 0 ? { concessions: [...claims.values()] } : {}) };
  }
}
