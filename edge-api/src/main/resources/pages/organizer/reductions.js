import { el } from '../kit/dom.js';
import { field } from '../kit/fields.js';
import { t } from './new-texts.js';
import { group, instant, local, number, text } from './inputs.js';

/** The reduced prices of an event; of a new one none, or as they are. */
export class Reductions {
  #rows = [];

  constructor(concessions = []) {
    this.list = el('div', { class: 'rows' });
    this.add = el('button', { class: 'button quiet small', type: 'button', onclick: () => this.#add({}).label.focus() }, t.addReduction);
    concessions.forEach((concession) => this.#add(concession));
    this.element = group(t.reductions, el('p', { class: 'quiet-text' }, t.reductionsHint), this.list, el('p', {}, this.add));
  }

  #add({ code, label, percent = 20, proof, until, quota, sections = [] }) {
    const row = {
      code,
      label: text('label', { required: true, maxlength: 64, value: label }),
      percent: number('percent', percent, { min: 1, max: 100 }),
      until: local('until', until ? Date.parse(until) : null),
      quota: number('quota', quota, { min: 1, max: 500_000, required: false }),
      sections: text('sections', { value: sections.join(', ') }),
      proof: text('proof', { maxlength: 200, value: proof }),
    };
    const remove = el('button', { class: 'remove', type: 'button', 'aria-label': t.removeReduction(this.#rows.length + 1), onclick: () => this.#remove(row) }, '×');
    row.element = el(
      'fieldset',
      { class: 'part' },
      el('legend', {}, t.reduction(this.#rows.length + 1)),
      el('div', { class: 'row-of-fields with-remove' }, field(t.reductionName, row.label, { hint: t.reductionNameHint }), field(t.percent, row.percent), field(t.proof, row.proof), remove),
      el('div', { class: 'row-of-fields' }, field(t.until, row.until, { hint: t.untilHint }), field(t.quota, row.quota, { hint: t.quotaHint }), field(t.onlyIn, row.sections, { hint: t.onlyInHint })),
    );
    this.#rows.push(row);
    this.list.append(row.element);
    return row;
  }

  #remove(row) {
    this.#rows = this.#rows.filter((each) => each !== row);
    row.element.remove();
    this.add.focus();
  }

  /** The field of one of them that a server calls so. */
  control(index, name) {
    const row = this.#rows[index];
    return row && (name === 'code' ? row.label : row[name]);
  }

  value() {
    return this.#rows.map(({ code, label, percent, until, quota, sections, proof }) => {
      const names = sections.value.split(',').map((name) => name.trim()).filter(Boolean);
      return {
        // What orders and tickets call it stays, whatever people call it.
        code: code ?? label.value.trim(),
        label: label.value.trim(),
        percent: Number(percent.value),
        ...(proof.value.trim() ? { proof: proof.value.trim() } : {}),
        ...(until.value ? { until: instant(until) } : {}),
        ...(quota.value ? { quota: Number(quota.value) } : {}),
        ...(names.length > 0 ? { sections: names } : {}),
      };
    });
  }
}
