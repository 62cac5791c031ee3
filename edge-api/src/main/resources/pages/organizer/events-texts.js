/** What the list of an organizer’s events says. */
export const t = {
  title: 'My events',
  lead: 'Put an event on sale, and watch it sell.',
  new: 'New event',
  none: 'No events yet',
  noneHint: 'The first one takes a minute.',
  need: 'This is for organizers',
  needHint: 'Sign up as an organizer to put events of your own on sale.',
  signUp: 'Sign up as an organizer',
  sold: 'taken',
  status: { draft: 'Draft', published: 'Published', on_sale: 'On sale', closed: 'Closed' },
  more: 'Show more',
};
