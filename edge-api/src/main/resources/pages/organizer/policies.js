const USUAL = {
  cut_off_hours: 24,
  fees: [
    { days_before: 10, percent: 0 },
    { days_before: 7, percent: 10 },
    { days_before: 3, percent: 20 },
    { days_before: 1, percent: 30 },
  ],
};

/** Terms of giving tickets back, by name; none at all is free until it begins. */
export const POLICIES = {
  free: null,
  usual: () => USUAL,
  night: () => ({ ...USUAL, returns: 'night_batch', zone: Intl.DateTimeFormat().resolvedOptions().timeZone }),
};
