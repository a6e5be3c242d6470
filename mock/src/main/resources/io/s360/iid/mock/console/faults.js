// What goes wrong for the tenant on purpose: latency, broken connections, one answer for everything.
import { byId, code, fill, h } from '/__console/dom.js';
import { say } from '/__console/words.js';
import { askTenant, hear, mock, tenantName } from '/__console/mock.js';
import { attempt, button, copyable, mark } from '/__console/parts.js';
import { isOpen } from '/__console/tabs.js';

const CONNECTIONS = ['reset', 'empty', 'malformed'];
const panel = () => byId('panel-faults');
let faults = null;

async function load() {
  if (!isOpen('faults') || mock() === null || faults !== null) return;
  const name = tenantName();
  const answer = mock().faultMode ? await askTenant('GET', '/faults').catch(() => null) : {};
  if (answer === null || name !== tenantName()) return;
  faults = answer;
  show();
}

function show() {
  if (faults === null) return;
  fill(panel(), mock().faultMode ? form() : off());
}

function off() {
  return h('div.card.faults', {}, h('h2', {}, say('faults.off')), h('p.hint', {}, say('faults.off.why')),
    copyable(say('faults.off.how'), './s360 mock --faults'));
}

function form() {
  const answers = h('datalist', { id: 'faults-answers' }, (mock().operations.length > 0 ? ['503', '500', '429'] : []).map((value) => h('option', { value })));
  return h('form.card.faults', { onsubmit: save },
    h('div.card-head', {}, h('h2', {}, say('faults.title')), mark(isAny() ? 'faulted' : 'granted', say(isAny() ? 'faults.some' : 'faults.none'))),
    h('div.form', {},
      field('latency', h('input', { name: 'latency', dir: 'ltr', class: 'mono', placeholder: '100ms..500ms', spellcheck: 'false' }), h('span.line', {}, ['200ms', '100ms..500ms', 'p50=80ms,p99=2s'].map(sample))),
      field('connection', h('select', { name: 'connection' }, h('option', { value: '' }, say('faults.connection.whole')), CONNECTIONS.map((one) => h('option', { value: one }, say(`faults.connection.${one}`))))),
      field('answer', h('input', { name: 'answer', dir: 'ltr', class: 'mono', placeholder: '503', list: 'faults-answers', spellcheck: 'false' }), answers),
      field('rate', h('input', { name: 'rate', type: 'number', min: 0, max: 1, step: 0.01, dir: 'ltr', placeholder: '1' })),
      field('seed', h('input', { name: 'seed', type: 'number', step: 1, dir: 'ltr', placeholder: '1' })),
      h('div.actions.wide', {}, button(say('faults.clear'), clear), h('button.primary', { type: 'submit' }, say('faults.save')))));
}

const isAny = () => ['latency', 'connection', 'answer'].some((name) => faults[name] !== undefined && faults[name] !== null);

function field(name, control, more = null) {
  control.id = `faults-${name}`;
  control.value = faults[name] ?? '';
  control.setAttribute('aria-describedby', `faults-${name}-hint`);
  return h(more?.classList.contains('line') ? 'div.field.wide' : 'div.field', {}, h('label', { for: control.id }, say(`faults.${name}`)), control,
    h('p.hint', { id: `faults-${name}-hint` }, say(`faults.${name}.hint`)), more);
}

function sample(value) {
  return button(code(value), () => { byId('faults-latency').value = value; }, 'quiet');
}

async function save(event) {
  event.preventDefault();
  const data = new FormData(event.target);
  const wanted = {};
  for (const name of ['latency', 'connection', 'answer']) if (data.get(name)) wanted[name] = data.get(name).trim();
  for (const name of ['rate', 'seed']) if (data.get(name) !== '') wanted[name] = Number(data.get(name));
  const answer = await attempt(() => askTenant('PUT', '/faults', wanted), say('faults.saved'));
  if (answer === undefined) return;
  faults = answer ?? wanted;
  show();
}

async function clear() {
  await attempt(() => askTenant('DELETE', '/faults'), say('faults.cleared'));
  forget();
}

function forget() {
  faults = null;
  load();
}

export function startFaults() {
  hear('tab', forget);
  hear('mock', load);
  hear('language', show);
  hear('tenant-chosen', forget);
  hear('reset', forget);
  hear('tenant', (tenant) => { byId('count-faults').textContent = tenant.faulty ? '!' : ''; });
}
