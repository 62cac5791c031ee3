/** Marks the link to where one is. */
export function mark() {
  const here = location.pathname;
  for (const link of document.querySelectorAll('nav a')) {
    const to = link.getAttribute('href');
    if (here === to || (to !== '/' && here.startsWith(`${to}/`))) {
      link.setAttribute('aria-current', here === to ? 'page' : 'true');
    }
  }
}
