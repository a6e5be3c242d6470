// Pieces that several views are made of.
import { byId, fill, h, svg } from '/__console/dom.js';
import { say } from '/__console/words.js';
import { tenantName } from '/__console/mock.js';

// Each meaning has a shape of its own, so that nothing is said by colour alone.
const SHAPES = {
  granted: [['circle', { cx: 6, cy: 6, r: 5.6 }], ['path', { d: 'M3.4 6.2 5.3 8 8.6 4.3', class: 'cut' }]],
  refused: [['path', { d: 'M3.7.5h4.6l3.2 3.2v4.6l-3.2 3.2H3.7L.5 8.3V3.7z' }], ['path', { d: 'm4.1 4.1 3.8 3.8m0-3.8L4.1 7.9', class: 'cut' }]],
  rehearsed: [['path', { d: 'M6 .2 11.8 6 6 11.8.2 6z' }], ['path', { d: 'M6 3.8v4.4M3.8 6h4.4', class: 'cut' }]],
  stubbed: [['rect', { x: 0.8, y: 0.8, width: 10.4, height: 10.4, rx: 1.6 }], ['path', { d: 'M3.6 6h4.8', class: 'cut' }]],
  faulted: [['path', { d: 'M6 .4 11.9 11.4H.1z' }], ['path', { d: 'M6 4.4v3M6 9.3v.1', class: 'cut' }]],
  living: [['circle', { cx: 6, cy: 6, r: 4.6 }]],
  over: [['rect', { x: 1.8, y: 1.8, width: 8.4, height: 8.4, class: 'hollow' }]],
  state: [['circle', { cx: 3, cy: 6, r: 2.4 }], ['circle', { cx: 9.4, cy: 6, r: 1.9, class: 'hollow' }]],
  prefer: [['path', { d: 'M6 .2 11.8 6 6 11.8.2 6z' }]],
  trigger: [['path', { d: 'M7.4 0 2 7h3.2L4.4 12 10 4.8H6.6z' }]],
};

export function shape(name) {
  const drawing = svg('svg', { viewBox: '0 0 12 12', class: 'shape', 'aria-hidden': 'true' });
  drawing.append(...(SHAPES[name] ?? SHAPES.over).map(([tag, attributes]) => svg(tag, attributes)));
  return drawing;
}

/** A verdict, a state or a way: shape, text and colour. */
export const mark = (kind, text, shapeName = kind) => h(`span.mark.${kind}`, {}, shape(shapeName), h('span', {}, text));

export function status(number) {
  const kind = number >= 500 ? 'worse' : number >= 400 ? 'bad' : 'ok';
  return h(`bdi.status.${kind}`, { dir: 'ltr' }, String(number));
}

/** A list of names and what they stand for; what is null is left out. */
export function facts(pairs, kind = 'dl.facts') {
  const told = pairs.filter(([, value]) => value !== null && value !== undefined && value !== '');
  return h(kind, {}, told.flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, value)]));
}

/** A text in a box with a button that copies it. */
export function copyable(title, text, level = 'h3') {
  return h('div.block', {},
    h('div.block-head', {}, h(level, {}, title), copyButton(title, text)),
    h('pre', { dir: 'ltr', tabindex: 0, 'aria-label': title }, text));
}

export function copyButton(title, text) {
  const button = h('button.quiet', { type: 'button', 'aria-label': `${say('copy')}: ${title}` }, say('copy'));
  button.addEventListener('click', async () => {
    const done = await copied(text);
    notice(say(done ? 'copied' : 'copy.failed'));
    button.textContent = say(done ? 'copied' : 'copy');
  });
  return button;
}

/** Pages of another machine without TLS have no clipboard; there the old command is tried. */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = h('textarea', { class: 'unseen', 'aria-hidden': 'true' });
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    return done;
  }
}

/** The curl of the default tenant, made for the chosen one. */
export function curlHere(curl) {
  if (tenantName() === 'default' || /X-Mock-Tenant|\/~/i.test(curl)) return curl;
  return curl.replace(/^curl /gm, `curl --header 'X-Mock-Tenant: ${tenantName()}' `);
}

/** Says in a line at the foot of the page what has been done. */
let fading = 0;
export function notice(text) {
  clearTimeout(fading);
  byId('notice').textContent = text;
  fading = setTimeout(() => fill(byId('notice')), 4000);
}

/** Asks before something is lost. Resolves with whether the answer was yes; Esc is a no. */
export function sure(question, more, yes) {
  const dialog = byId('question');
  fill(byId('question-text'), question);
  fill(byId('question-more'), more);
  fill(byId('question-yes'), yes);
  dialog.returnValue = 'no';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true });
  });
}

/** Does what a button stands for, and tells if that failed. */
export async function attempt(action, done) {
  try {
    const result = await action();
    if (done) notice(done);
    return result;
  } catch (failure) {
    notice(say('failed', { why: failure.message }));
    return undefined;
  }
}

/** A button that is there for one thing. */
export const button = (text, onclick, kind = '') => h(`button${kind && `.${kind}`}`, { type: 'button', onclick }, text);

export const empty = (title, ...more) => h('div.empty', {}, h('h2', {}, title), ...more);

