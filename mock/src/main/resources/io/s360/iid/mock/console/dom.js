// Elements without markup: whatever comes from the mock becomes a text node and can never become an element.

/** An element: h('p.hint', {lang: 'en'}, 'text', child). Members that begin with "on" are listeners; false and null leave out. */
export function h(name, members = {}, ...children) {
  const [tag, ...classes] = name.split('.');
  const element = document.createElement(tag);
  if (classes.length > 0) element.className = classes.join(' ');
  for (const [key, value] of Object.entries(members)) {
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** An SVG element; attributes only, and one text. */
export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

export const byId = (id) => document.getElementById(id);

/** Puts children in the place of those that were there. */
export function fill(element, ...children) {
  element.replaceChildren(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Code, paths, ids: left to right in every language. */
export const code = (text) => h('bdi', { dir: 'ltr' }, h('code', {}, String(text)));

/** What the mock says in English, inside a sentence of any language. */
export const told = (text) => h('bdi', { dir: 'auto' }, String(text));

/** Runs a task at most once per frame, however often it is asked for. */
export function oncePerFrame(task) {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      task();
    });
  };
}
