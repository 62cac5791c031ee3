import { complain, labelOf } from '../kit/fields.js';

/** What a problem says of each field that is refused, without the name by which programs call it. */
function refusals({ message, told = {} }) {
  if (told.field) {
    return [[told.field, message.replace(`The field '${told.field}' `, '')]];
  }
  const rules = message.replace(/\.$/, '').split('; ');
  return (told.subjects ?? []).map((subject) => [subject, `${rules.find((rule) => rule.startsWith(`${subject} `))?.slice(subject.length + 1) ?? message.replace(/\.$/, '')}.`]);
}

/**
 * Tells what is refused at the fields of a form, each by its label, and goes to the first; false where any of it is about no field.
 *
 * `controlOf` finds a field by the name by which the server calls it.
 */
export function tellAtFields(problem, controlOf) {
  const told = refusals(problem).map(([name, words]) => [controlOf(name), words]);
  if (told.length === 0 || told.some(([control]) => !control?.id)) {
    return false;
  }
  told.reverse().forEach(([control, words]) => complain(control, `${labelOf(control)} ${words}`));
  return true;
}

/** A name such as sections[0].rows.count in its parts: sections, 0, rows.count. */
export function parts(name) {
  const [, list, index, rest] = /^([a-z_]+)\[(\d+)\]\.?(.*)$/.exec(name) ?? [];
  return { list, index: Number(index), rest };
}
