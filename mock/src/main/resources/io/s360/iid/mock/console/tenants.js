// Whose world this page shows: a list of the tenants that there are, and a field for any other name.
import { byId, fill, h } from '/__console/dom.js';
import { say } from '/__console/words.js';
import { ask, chooseTenant, hear, isTenantName, tenantName } from '/__console/mock.js';
import { attempt, notice } from '/__console/parts.js';

const panel = () => byId('tenant-panel');

function show(open) {
  panel().hidden = !open;
  byId('tenant-button').setAttribute('aria-expanded', String(open));
  if (open) list();
}

async function list() {
  const answer = await attempt(() => ask('GET', '/__mock/tenants'));
  const known = answer?.tenants ?? [];
  const names = known.some((tenant) => tenant.name === tenantName()) ? known : [{ name: tenantName(), requests: 0, resources: 0 }, ...known];
  fill(byId('tenant-list'), names.map((tenant) => h('li', {}, choice(tenant))));
}

function choice(tenant) {
  return h('button', { type: 'button', 'aria-current': tenant.name === tenantName() ? 'true' : null, onclick: () => choose(tenant.name) },
    h('bdi.mono', { dir: 'ltr' }, tenant.name),
    h('span.hint', {}, say('tenant.sum', { requests: tenant.requests, resources: tenant.resources })));
}

function choose(name) {
  chooseTenant(name);
  show(false);
  byId('tenant-button').focus();
}

function typed(event) {
  event.preventDefault();
  const name = byId('tenant-typed').value.trim();
  if (!isTenantName(name)) {
    notice(say('tenant.invalid'));
    return;
  }
  byId('tenant-typed').value = '';
  choose(name);
}

export function startTenants() {
  const named = () => fill(byId('tenant-name'), tenantName());
  named();
  hear('tenant-chosen', named);
  hear('language', () => { if (!panel().hidden) list(); });
  byId('tenant-button').addEventListener('click', () => show(panel().hidden));
  byId('tenant-form').addEventListener('submit', typed);
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || panel().hidden) return;
    show(false);
    byId('tenant-button').focus();
  });
  document.addEventListener('pointerdown', (event) => {
    if (!panel().hidden && !event.target.closest('.tenant')) show(false);
  });
}
