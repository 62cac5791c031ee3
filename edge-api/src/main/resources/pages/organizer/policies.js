const FREE = { cut_off_hours: 0, fees: [] };

const USUAL = {
  cut_off_hours: 24,
  fees: [
    { days_before: 10, percent: 0 },
    { days_before: 7, percent: 10 },
    { days_before: 3, percent: 20 },
    { days_before: 1, percent: 30 },
  ],
};

/** Terms of giving tickets back, by name. */
export const POLICIES = {
  free: () => FREE,
  usual: () => USUAL,
  night: () => ({ ...USUAL, returns: 'night_batch', zone: Intl.DateTimeFormat().resolvedOptions().timeZone }),
};

/** The name of an event's terms; `own` where they are none of these. None at all is free until it begins. */
export function policyOf(terms = FREE) {
  return Object.keys(POLICIES).find((name) => same(POLICIES[name](), terms)) ?? 'own';
}

function same(one, other) {
  const facts = ({ cut_off_hours: hours, fees, returns = 'at_once' }) => JSON.stringify([hours, fees.map(({ days_before: days, percent }) => [days, percent]), returns]);
  return facts(one) === facts(other);
}
