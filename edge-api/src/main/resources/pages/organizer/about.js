import { el } from '../kit/dom.js';
import { field } from '../kit/fields.js';
import { t } from './new-texts.js';
import { given, group, number, text } from './inputs.js';

const BY_HTTPS = 'https:.+';

/** What an event is, in words; of a new one, or as it is. */
export class About {
  constructor(event = { category: 'concert' }) {
    this.title = text('title', { required: true, maxlength: 200, value: event.title });
    this.description = el('textarea', { name: 'description', maxlength: 10_000 }, event.description);
    this.category = text('category', { required: true, maxlength: 64, value: event.category });
    this.region = text('region', { required: true, maxlength: 64, value: event.region });
    // A venue that was named can be another, but not be unsaid.
    this.venue = text('venue', { maxlength: 200, value: event.venue, required: Boolean(event.venue) });
    this.banner = text('banner_url', { type: 'url', maxlength: 2_000, pattern: BY_HTTPS, title: t.bannerHint, value: event.banner_url, required: Boolean(event.banner_url) });
    this.age = number('age_limit', event.age_limit ?? 0, { min: 0, max: 99 });
    this.element = group(
      t.what,
      field(t.name, this.title),
      field(t.description, this.description),
      field(t.banner, this.banner, { hint: t.bannerHint }),
      el('div', { class: 'row-of-fields' }, field(t.category, this.category, { hint: t.categoryHint }), field(t.region, this.region, { hint: t.regionHint }), field(t.venue, this.venue), field(t.age, this.age)),
    );
  }

  value() {
    return {
      title: this.title.value.trim(),
      description: this.description.value.trim(),
      category: this.category.value.trim(),
      region: this.region.value.trim(),
      ...given('venue', this.venue),
      ...given('banner_url', this.banner),
      age_limit: Number(this.age.value),
    };
  }
}
