import { el, fill, say } from '../kit/dom.js';
import { field } from '../kit/fields.js';
import { clock } from '../kit/page.js';
import { t } from '../kit/texts.js';
import * as words from '../words.js';

/** What is held, ticket by ticket, with reductions to choose, a coupon, and what it comes to before that. */
export class Bill {
  #lines;

  constructor(event, hold, onChange) {
    this.event = event;
    this.hold = hold;
    this.onChange = onChange;
    this.#lines = [
      ...hold.seats.map((seat) => ({ ...seat, name: t.seats.seatName(seat) })),
      ...hold.areas.flatMap((area) =>
        Array.from({ length: area.quantity }, (_, i) => ({ ...area, name: [area.section, area.slot, area.quantity > 1 && `№ ${i + 1}`].filter(Boolean).join(' · ') })),
      ),
    ].map((line) => ({ ...line, concession: '' }));
    this.sums = el('dl', { class: 'sums' });
    this.coupon = el('input', { name: 'coupon', maxlength: 32, autocomplete: 'off', autocapitalize: 'characters', oninput: () => this.onChange() });
    this.element = el(
      'section',
      { class: 'card', 'aria-labelledby': 'items' },
      el('h2', { id: 'items' }, t.checkout.items),
      el('ul', { class: 'bill' }, this.#lines.map((line) => this.#line(line))),
      el('div', { class: 'coupon' }, field(t.checkout.coupon, this.coupon, { hint: t.checkout.couponHint })),
      this.sums,
      hold.fees > 0 && el('p', { class: 'quiet-text kept-fees' }, t.checkout.feesKept(words.price(hold.fees, hold.currency))),
    );
    this.#tell();
  }

  #line(line) {
    const concessions = this.#offered(line);
    const price = el('b', {}, words.price(line.price, this.hold.currency));
    const proof = el('small', {});
    const options = [new Option(t.checkout.full, ''), ...concessions.map(({ code, label, percent }) => new Option(`${label} (−${percent} %)`, code))];
    const select = el(
      'select',
      {
        'aria-label': `${t.checkout.reduction} ${line.name}`,
        onchange: () => {
          line.concession = select.value;
          say(price, words.price(this.#price(line), this.hold.currency));
          const shown = concessions.find(({ code }) => code === select.value)?.proof;
          say(proof, shown ? t.checkout.proof(shown) : '');
          this.#tell();
          this.onChange();
        },
      },
      options,
    );
    return el('li', {}, el('span', {}, line.name, el('small', {}, ` ${line.grade}`)), concessions.length > 0 ? el('span', {}, select, proof) : el('span', {}), price);
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

  /** What it comes to, in words; what a coupon takes off is known only to the server. */
  get price() {
    const price = words.price(this.total, this.hold.currency);
    return this.coupon.value.trim() ? t.checkout.couponLater(price) : price;
  }

  /** What it comes to, without the coupon. */
  get total() {
    return this.#lines.reduce((sum, line) => sum + this.#price(line), this.hold.fees ?? 0);
  }

  #tell() {
    const { currency, fees = 0 } = this.hold;
    const entry = (name, amount) => [el('dt', {}, name), el('dd', {}, words.price(amount, currency))];
    fill(this.sums, fees > 0 && entry(t.common.fees, fees), entry(t.common.total, this.total));
  }

  /** What an order says of it. */
  wanted() {
    const claims = new Map();
    for (const { concession: code, seat_id: seat, section } of this.#lines.filter((line) => line.concession)) {
      const key = seat ? code : `${code} ${section}`;
      const claim = claims.get(key) ?? (seat ? { code, seat_ids: [] } : { code, section, quantity: 0 });
      claims.set(key, seat ? { code, seat_ids: [...claim.seat_ids, seat] } : { ...claim, quantity: claim.quantity + 1 });
    }
    const coupon = this.coupon.value.trim();
    return { ...(coupon ? { coupon } : {}), ...(claims.size > 0 ? { concessions: [...claims.values()] } : {}) };
  }
}
