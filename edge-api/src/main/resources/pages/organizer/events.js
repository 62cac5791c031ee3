import { el } from '../kit/dom.js';
import { field } from '../kit/fields.js';
import { show, start, way } from '../kit/page.js';
import { EventList } from './event-list.js';
import { t } from './events-texts.js';
import { text } from './inputs.js';
import { entered } from './gate.js';

function heading(title, lead, ...ways) {
  return el('header', { class: 'desk-head' }, el('div', {}, el('h1', {}, title), el('p', { class: 'lead' }, lead)), ways);
}

/** What an organizer has, drafts included. */
function own() {
  const create = () => way(t.new, '/organizer/new');
  const list = new EventList(() => [el('h2', {}, t.none), el('p', {}, t.noneHint), el('p', {}, create())]);
  show(t.title, heading(t.title, t.lead, create()), list.element);
  return list.show('/api/organizer/events');
}

/** What all organizers have published, for an operator to find the one that has to be looked after. */
function all() {
  const list = new EventList(() => [el('h2', {}, t.notFound), el('p', {}, t.notFoundHint)]);
  const wanted = text('q', { type: 'search', maxlength: 200 });
  const search = () => list.show('/api/events', wanted.value.trim() ? { q: wanted.value.trim() } : {});
  const submitted = (submit) => {
    submit.preventDefault();
    search();
  };
  const form = el('form', { class: 'card find-event', role: 'search', onsubmit: submitted }, field(t.find, wanted, { hint: t.findHint }), el('button', { class: 'button', type: 'submit' }, t.search));
  show(t.allTitle, heading(t.allTitle, t.allLead), form, list.element);
  return search();
}

start(async () => {
  const role = await entered('organizer', 'operator');
  if (role !== null) {
    await { organizer: own, operator: all }[role]();
  }
});
