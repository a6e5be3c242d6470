// Every answer of every operation. Rows are made as they come into sight, so that a thousand of them cost what thirty do.
import { byId, code, fill, h, oncePerFrame } from '/__console/dom.js';
import { say } from '/__console/words.js';
import { ask, hear } from '/__console/mock.js';
import { mark, status } from '/__console/parts.js';
import { isOpen } from '/__console/tabs.js';
import { entryDetails } from '/__console/entry.js';

const PORTION = 40;
let entries = null;
let isAsking = false;
let pending = [];
const wishes = { text: '', operation: '', status: '' };
const panel = () => byId('panel-catalogue');
const list = () => byId('catalogue-list');
const redraw = oncePerFrame(draw);
const watcher = new IntersectionObserver((sights) => {
  if (sights.some((sight) => sight.isIntersecting)) append();
}, { rootMargin: '600px' });

async function load() {
  if (!isOpen('catalogue') || entries !== null || isAsking) return;
  isAsking = true;
  try {
    entries = (await ask('GET', '/__mock/catalogue')).entries;
    show();
  } catch (failure) {
    fill(panel(), h('p.empty', {}, say('failed', { why: failure.message })));
  }
  isAsking = false;
}

function show() {
  if (entries === null) return;
  fill(panel(), h('p.hint.tools', {}, say('catalogue.hint')),
    h('div.tools', {}, search(), select('operation', entries.map((entry) => entry.operation)), select('status', statuses()),
      h('span.hint', { id: 'catalogue-count', role: 'status' })),
    h('ul.entries', { id: 'catalogue-list' }), h('div.sentinel', { id: 'catalogue-end' }));
  watcher.disconnect();
  watcher.observe(byId('catalogue-end'));
  draw();
}

function search() {
  const field = h('input', { type: 'search', id: 'catalogue-filter', placeholder: say('catalogue.filter'), 'aria-label': say('catalogue.filter'), spellcheck: 'false' });
  field.value = wishes.text;
  field.addEventListener('input', () => { wishes.text = field.value; redraw(); });
  return h('div.field.grow', {}, field);
}

const statuses = () => entries.map((entry) => entry.status).sort((one, other) => one - other).map(String);

function select(name, values) {
  const field = h('select', { id: `catalogue-${name}`, 'aria-label': say(`catalogue.${name}`) }, h('option', { value: '' }, say(`catalogue.${name}.all`)),
    [...new Set(values)].map((value) => h('option', { value }, value)));
  field.value = wishes[name];
  field.addEventListener('change', () => { wishes[name] = field.value; redraw(); });
  return h('div.field', {}, field);
}

function matches(entry) {
  const words = wishes.text.toLowerCase().split(/\s+/).filter(Boolean);
  const text = `${entry.operation} ${entry.method} ${entry.path} ${entry.answer} ${entry.status}`.toLowerCase();
  return words.every((word) => text.includes(word))
    && (wishes.operation === '' || entry.operation === wishes.operation)
    && (wishes.status === '' || String(entry.status) === wishes.status);
}

function draw() {
  if (!list()) return;
  const seen = entries.filter(matches);
  pending = grouped(seen);
  fill(list());
  byId('catalogue-count').textContent = say('catalogue.count', { n: seen.length, all: entries.length });
  append();
}

/** Entries with the name of their operation before the first of each. */
function grouped(seen) {
  return seen.flatMap((entry, index) => (index === 0 || seen[index - 1].operation !== entry.operation ? [{ heading: entry }, { entry }] : [{ entry }]));
}

function append() {
  if (!list() || pending.length === 0) return;
  const portion = pending.splice(0, PORTION);
  list().append(...portion.map(({ heading, entry }) => (heading ? headingOf(heading) : rowOf(entry))));
  // The observer tells of changes only: if the end is in sight still, it has to look again.
  watcher.unobserve(byId('catalogue-end'));
  watcher.observe(byId('catalogue-end'));
}

const headingOf = (entry) => h('li.group', {}, h('h2', {}, h('bdi', { dir: 'ltr' }, entry.operation)), h('bdi.hint.mono', { dir: 'ltr' }, `${entry.method} ${entry.path}`));

function rowOf(entry) {
  const row = h('li', {});
  const knob = h('button.entry', { type: 'button', 'aria-expanded': 'false', 'data-answer': entry.answer, 'data-operation': entry.operation },
    status(entry.status), code(entry.answer),
    h('span.ways-short', {}, entry.ways.map((way) => mark('quiet', say(`way.${way.by}`), way.by))));
  knob.addEventListener('click', () => {
    const isShut = knob.getAttribute('aria-expanded') === 'false';
    knob.setAttribute('aria-expanded', String(isShut));
    if (isShut) row.append(entryDetails(entry));
    else row.lastElementChild.remove();
  });
  row.append(knob);
  return row;
}

export function startCatalogue() {
  hear('tab', load);
  hear('beat', load);
  hear('language', show);
  hear('tenant-chosen', show);
}
