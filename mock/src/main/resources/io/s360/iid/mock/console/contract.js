// What this mock serves: the contract, its operations, and the clients that it knows.
import { byId, code, fill, h, told } from '/__console/dom.js';
import { say } from '/__console/words.js';
import { hear, mock } from '/__console/mock.js';
import { facts, mark } from '/__console/parts.js';

function show() {
  const served = mock();
  if (served === null) return;
  fill(byId('panel-contract'), h('div.pairs', {}, about(served), clients(served), operations(served)));
}

function about(served) {
  return h('section.card', {}, h('h2', { dir: 'auto' }, served.title), h('p.hint', {}, say('contract.hint')),
    facts([
      [say('contract.version'), code(served.version)],
      [say('contract.document'), code(served.document)],
      [say('contract.state'), mark(served.stateful ? 'granted' : 'quiet', say(served.stateful ? 'contract.stateful' : 'contract.stateless'), served.stateful ? 'living' : 'over')],
      [say('contract.faults'), mark('quiet', say(served.faultMode ? 'contract.faults.on' : 'contract.faults.off'), served.faultMode ? 'faulted' : 'over')],
      [say('contract.admin'), h('a', { href: '/__mock/openapi.yaml', dir: 'ltr' }, '/__mock/openapi.yaml')],
    ]));
}

function clients(served) {
  return h('section.card', {}, h('h2', {}, say('contract.clients')), h('p.hint', {}, say('contract.clients.hint')),
    served.clients.length === 0 ? h('p', {}, say('contract.clients.none')) : h('ul.pills', {}, served.clients.map((id) => h('li.pill', {}, code(id)))));
}

function operations(served) {
  const heads = ['operation', 'contract.address', 'contract.summary'].map((key) => h('th', { scope: 'col' }, say(key)));
  return h('section.card.wide', {}, h('h2', {}, `${say('contract.operations')} · ${served.operations.length}`),
    h('table.plain', {}, h('thead', {}, h('tr', {}, heads)),
      h('tbody', {}, served.operations.map((operation) => h('tr', {}, h('td', {}, code(operation.id)), h('td', {}, code(`${operation.method} ${operation.path}`)), h('td', {}, told(operation.summary)))))));
}

export function startContract() {
  hear('mock', show);
  hear('language', show);
}
