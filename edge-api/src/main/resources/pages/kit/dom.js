export const byId = (id) => document.getElementById(id);

/** An element. Children are elements or texts, and a text is never anything but text; what is null or false is left out. */
export function el(name, attributes = {}, ...children) {
  return furnish(document.createElement(name), attributes, children);
}

/** An element of a drawing. */
export function svg(name, attributes = {}, ...children) {
  return furnish(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children);
}

function furnish(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) {
      element.addEventListener(key.slice(2), value);
    } else if (key.startsWith('aria-') && typeof value === 'boolean') {
      element.setAttribute(key, String(value)); // False is as good an answer as true.
    } else if (value === true) {
      element.setAttribute(key, '');
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(key, value);
    }
  }
  element.append(...some(children));
  return element;
}

/** Puts these in the place of whatever is there. */
export function fill(element, ...children) {
  element.replaceChildren(...some(children));
  return element;
}

/** Puts these in the place of whatever is there, and the focus back on what has the same id, or the first thing that can have it. */
export function redraw(element, ...children) {
  const id = element.contains(document.activeElement) ? document.activeElement.id : null;
  fill(element, ...children);
  if (id !== null) {
    const same = id && element.querySelector(`#${CSS.escape(id)}`);
    (same || element.querySelector('a, button'))?.focus();
  }
}

/** Writes only what is new, so that nothing is announced or drawn for no reason. */
export function say(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

function some(children) {
  return children.flat(3).filter((each) => each !== null && each !== undefined && each !== false);
}
