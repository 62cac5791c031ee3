import { el } from '../kit/dom.js';
import { choices, field } from '../kit/fields.js';
import { t } from './checkout-texts.js';

/** By what is paid. Cards are typed in where the gateway wants it, never here; of the simulated gateway there are test cards to choose. */
export class Payment {
  constructor({ methods, test_cards: cards }, onChange) {
    const possible = methods.filter((method) => method !== 'card' || cards.length > 0);
    this.method = possible[0];
    const kinds = possible.map((value) => ({ value, label: t[value], note: value === 'card' ? t.cardNote : t.transferNote }));
    this.card = el('select', { name: 'card' }, cards.map((token) => new Option(`${token} – ${t.testCards[token] ?? ''}`, token)));
    const cardField = field(t.testCard, this.card, { hint: t.testCardHint });
    cardField.hidden = this.method !== 'card';
    this.element = el(
      'div',
      { class: 'form' },
      choices(t.pay, 'method', kinds, this.method, (method) => {
        this.method = method;
        cardField.hidden = method !== 'card';
        onChange();
      }),
      cards.length > 0 ? cardField : el('p', { class: 'quiet-text' }, t.noCards),
    );
  }

  /** What the button says. */
  words(price) {
    return this.method === 'card' ? t.order(price) : t.orderTransfer(price);
  }

  wanted() {
    return this.method === 'card' ? { method: 'card', token: this.card.value } : { method: this.method };
  }
}
