// The state of a tenant as a whole: started anew, saved to a file, taken from one.
import { h } from '/__console/dom.js';
import { say } from '/__console/words.js';
import { askTenant, tell, tenantName } from '/__console/mock.js';
import { attempt, button, sure } from '/__console/parts.js';

export function stateCard() {
  const file = h('input', { type: 'file', accept: 'application/json,.json', class: 'unseen', id: 'state-file', tabindex: -1, 'aria-label': say('state.import') });
  file.addEventListener('change', () => { take(file.files[0]); file.value = ''; });
  return h('section.card', {}, h('h2', {}, say('state.title')), h('p.hint', {}, say('state.hint')),
    choice('state.export', 'state.export.hint', button(say('state.export.do'), save)),
    choice('state.import', 'state.import.hint', h('span', {}, file, button(say('state.import.do'), () => file.click()))),
    choice('state.reset', 'state.reset.hint', button(say('state.reset.do'), reset, 'danger')),
  );
}

const choice = (title, hint, control) => h('div.choice', {}, h('div', {}, h('h3', {}, say(title)), h('p', {}, say(hint))), control);

async function save() {
  const state = await attempt(() => askTenant('GET', '/state'));
  if (state === undefined) return;
  const address = URL.createObjectURL(new Blob([JSON.stringify(state, null, 2)], { type: 'application/json' }));
  const link = h('a', { href: address, download: `${tenantName()}.state.json` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

async function take(file) {
  if (!file || !(await sure(say('state.import.ask', { file: file.name, tenant: tenantName() }), say('state.import.more'), say('state.import.yes')))) return;
  await attempt(async () => askTenant('PUT', '/state', JSON.parse(await file.text())), say('state.imported'));
  tell('state-changed');
}

async function reset() {
  if (!(await sure(say('state.reset.ask', { tenant: tenantName() }), say('state.reset.more'), say('state.reset.do')))) return;
  await attempt(() => askTenant('POST', '/reset'), say('state.is-reset'));
  tell('reset');
}
