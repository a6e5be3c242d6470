// Elements without markup: whatever a target said becomes a text node and can never become an element.

/** An element: h('p.hint', {lang: 'en'}, 'text', child). Members that begin with "on" are listeners; false and null leave out. */
function h(name, members = {}, ...children) {
  const [tag, ...classes] = name.split('.');
  const element = document.createElement(tag);
  if (classes.length > 0) element.className = classes.join(' ');
  for (const [key, value] of Object.entries(members)) {
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...kept(children));
  return element;
}

/** An SVG element. */
function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...kept(children));
  return element;
}

const kept = (children) => children.flat(2).filter((child) => child !== null && child !== undefined && child !== false);
const byId = (id) => document.getElementById(id);
const fill = (element, ...children) => { element.replaceChildren(...kept(children)); return element; };

/** Code, paths, ids: left to right in every language. */
const code = (text) => h('bdi', { dir: 'ltr' }, h('code', {}, String(text)));

/** What stands in English, inside a sentence of any language. */
const told = (text) => h('bdi', { dir: 'auto', lang: 'en' }, String(text));

const SIGNS = {
  kept: 'M3 8.5l3.2 3.2L13 4.8',
  broken: 'M4 4l8 8M12 4l-8 8',
  asked: 'M5.4 5.6a2.7 2.7 0 1 1 4 2.5c-.9.5-1.3 1-1.3 1.9M8.1 12.6v.2',
  empty: 'M4 8h8',
};

/** A sign that tells outcomes apart without colour. */
const sign = (kind) => svg('svg', { viewBox: '0 0 16 16', 'aria-hidden': 'true' },
  svg('path', { d: SIGNS[kind], fill: 'none', stroke: 'currentColor', 'stroke-width': 2.2, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }));
