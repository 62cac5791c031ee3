import * as words from '../words.js';

/** What several pages say. */
export const t = {
  notNow: 'Not now',
  again: 'Try again',
  failed: 'That did not work',
  loading: 'One moment …',
  remove: 'Remove',
  tickets: (count) => words.counted(count, 'ticket', 'tickets'),
  left: (left, all) => `${words.number(left)} of ${words.number(all)} left`,
  soldOut: 'Sold out',
  /** Nothing is left: what others merely hold may come back. */
  gone: (held) => (held > 0 ? 'All held at the moment' : t.soldOut),
  total: 'Total',
  fees: 'Booking fees',
  less: 'One less',
  more: 'One more',
  logIn: 'Log in',
  guest: 'Guest',
  me: 'My page',
  logOut: 'Log out',
  asGuest: 'As a guest',
  allEvents: 'See all events',
};
