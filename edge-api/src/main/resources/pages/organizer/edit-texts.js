/** What the page says where an event is edited. */
export const t = {
  title: (event) => `Edit ${event}`,
  lead: 'What you change here counts at once.',
  save: 'Save the changes',
  saved: 'Saved; fans see it at once.',
  nothing: 'There is nothing to save: nothing is changed.',
  back: 'Back to the event',
  refused: 'This is refused; what may be done instead is said beside the button.',
  dateName: (date) => `Name of ${date}`,
  draft: 'This is a draft: all of it may change. Places and prices are changed through the API.',
  published: 'Until the sale opens everything here may change.',
  begun: 'The sale has begun. Words and the end of the sale may change, and the limit may be raised; all else stays as fans were told.',
};
