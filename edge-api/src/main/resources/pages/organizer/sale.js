import { el } from '../kit/dom.js';
import { field } from '../kit/fields.js';
import { t } from './new-texts.js';
import { instant, local } from './inputs.js';

/** From when until when an event sells. */
export class Sale {
  constructor({ opens, ends = null }) {
    this.onSaleAt = local('on_sale_at', opens, { required: true });
    // An end that was named can be another, but not be unsaid.
    this.saleEndsAt = local('sale_ends_at', ends, { required: ends !== null });
    this.element = el('div', { class: 'row-of-fields' }, field(t.onSaleAt, this.onSaleAt), field(t.saleEndsAt, this.saleEndsAt, { hint: t.saleEndsHint }));
  }

  value() {
    return { on_sale_at: instant(this.onSaleAt), ...(this.saleEndsAt.value ? { sale_ends_at: instant(this.saleEndsAt) } : {}) };
  }
}
