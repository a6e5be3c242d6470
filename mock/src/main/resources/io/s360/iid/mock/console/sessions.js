// What lives behind the operations: the tenant's resources as a tree, each with the time that it has left.
import { byId, code, fill, h } from '/__console/dom.js';
import { say } from '/__console/words.js';
import { ask, askTenant, hear, isClockKnown, mock, tenantName, tenantTime } from '/__console/mock.js';
import { empty, facts, mark } from '/__console/parts.js';
import { lasting, moment } from '/__console/text.js';
import { isOpen } from '/__console/tabs.js';
import { drawLifecycle } from '/__console/lifecycle.js';

const LOW = 60000;
let resources = null;
let more = 0;
let lifecycle = null;
let onlyLiving = false;
let asText = '';
const unfolded = new Set();
let left = [];

const panel = () => byId('panel-sessions');
const keyOf = (resource) => `${resource.kind} ${resource.id}`;
/** A resource lives until it has ended, whatever the contract calls its states. */
const isLiving = (resource) => !resource.endedAt && !(resource.expiresAt && isClockKnown() && Date.parse(resource.expiresAt) <= tenantTime());

async function load() {
  if (!isOpen('sessions') || mock()?.stateful === false) return;
  const name = tenantName();
  lifecycle ??= await ask('GET', '/__mock/lifecycle').catch(() => null);
  const answer = await askTenant('GET', '/resources').catch(() => null);
  if (answer === null || name !== tenantName()) return;
  const text = JSON.stringify(answer.resources) + answer.more + (lifecycle !== null);
  if (text === asText) return;
  asText = text;
  ({ resources, more } = answer);
  show();
}

function show() {
  if (mock()?.stateful === false) {
    fill(panel(), h('div.card', {}, empty(say('sessions.stateless'), h('p', {}, say('sessions.stateless.why')))));
    return;
  }
  if (resources === null) return;
  const focus = document.activeElement?.closest?.('#panel-sessions [data-key]')?.dataset.key;
  left = [];
  fill(panel(), h('div.sessions', {}, population(), cycles()));
  if (focus) [...panel().querySelectorAll('[data-key]')].find((leaf) => leaf.dataset.key === focus)?.focus();
  tick();
}

function population() {
  const seen = onlyLiving ? resources.filter(isLiving) : resources;
  const ids = new Set(seen.map((resource) => resource.id));
  const roots = seen.filter((resource) => !resource.parent || !ids.has(resource.parent));
  return h('section.card', {},
    h('div.card-head', {}, h('h2', {}, say('sessions.title')), onlyBox()),
    roots.length > 0 ? branch(roots, seen) : empty(say('sessions.none')),
    more > 0 ? h('p.hint', {}, say('sessions.more', { n: more })) : null);
}

function onlyBox() {
  const box = h('input', { type: 'checkbox', checked: onlyLiving, 'data-key': 'only', onchange: () => { onlyLiving = box.checked; show(); } });
  return h('label.check', {}, box, say('sessions.only'));
}

const branch = (some, all) => h('ul.tree', {}, some.map((resource) => twig(resource, all)));

function twig(resource, all) {
  const children = all.filter((other) => other.parent === resource.id && other !== resource);
  const isOpenLeaf = unfolded.has(keyOf(resource));
  return h('li', {}, leaf(resource, isOpenLeaf), isOpenLeaf ? details(resource) : null, children.length > 0 ? branch(children, all) : null);
}

function leaf(resource, isOpenLeaf) {
  const time = h('span.leaf-left', {});
  left.push({ resource, time });
  return h(`button.leaf${isLiving(resource) ? '' : '.over'}`, { type: 'button', 'aria-expanded': String(isOpenLeaf), 'data-key': keyOf(resource), onclick: () => unfold(resource) },
    h('span.leaf-name', {}, h('span', {}, code(resource.id)), h('span.hint', {}, h('bdi', { dir: 'ltr' }, [resource.kind, resource.owner].filter(Boolean).join(' · ')))),
    stateMark(resource), time);
}

function stateMark(resource) {
  const living = isLiving(resource);
  const text = h('bdi', { dir: 'ltr' }, [resource.state, resource.reason].filter(Boolean).join(' · '));
  return mark(living ? 'granted' : 'quiet', text, living ? 'living' : 'over');
}

function unfold(resource) {
  const key = keyOf(resource);
  if (!unfolded.delete(key)) unfolded.add(key);
  show();
}

function details(resource) {
  const times = ['createdAt', 'lastExtendedAt', 'expiresAt', 'maxExpiresAt', 'endedAt'];
  return h('div.leaf-facts', {}, facts([
    ...times.map((name) => [say(`time.${name}`), resource[name] && moment(resource[name])]),
    [say('sessions.parent'), resource.parent && code(resource.parent)],
  ]));
}

/** The time left, by the tenant's clock, written anew each second. */
function tick() {
  if (!isClockKnown()) return;
  for (const { resource, time } of left) {
    if (!resource.expiresAt || resource.endedAt) continue;
    const rest = Date.parse(resource.expiresAt) - tenantTime();
    const whole = Date.parse(resource.expiresAt) - Date.parse(resource.lastExtendedAt ?? resource.createdAt ?? resource.expiresAt);
    const bar = h('i');
    bar.style.width = `${Math.round(100 * Math.min(1, Math.max(0, rest / (whole || 1))))}%`;
    fill(time, rest <= 0 ? say('sessions.run-out') : say('sessions.left', { time: lasting(rest) }),
      rest <= 0 ? null : h(`span.gauge${rest < LOW ? '.low' : ''}`, { 'aria-hidden': 'true' }, bar));
  }
}

function cycles() {
  const kinds = (lifecycle?.resources ?? []).filter((kind) => kind.states.length > 0);
  return h('section.card', {}, h('h2', {}, say('lifecycle.title')), h('p.hint', {}, say('lifecycle.hint')),
    kinds.map((kind) => drawLifecycle(kind, resources)));
}

function forget() {
  resources = null;
  asText = '';
  unfolded.clear();
  fill(panel());
  load();
}

export function startSessions() {
  hear('tenant', (tenant) => {
    byId('count-sessions').textContent = tenant.resources > 0 ? String(tenant.resources) : '';
    load();
  });
  hear('tab', load);
  hear('language', show);
  hear('mock', () => { if (mock().stateful === false) show(); });
  hear('tenant-chosen', forget);
  hear('reset', forget);
  setInterval(() => { if (isOpen('sessions') && !document.hidden) tick(); }, 1000);
}
