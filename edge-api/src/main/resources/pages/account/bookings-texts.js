/** What the page says that finds a booking. */
export const t = {
  title: 'Find a booking',
  lead: 'With its booking number and the contact it was made with.',
  number: 'Booking number',
  contact: 'Email or phone number',
  find: 'Find',
};
