// The live list of requests, the newest first, and which of them is looked at.
import { byId, fill, h, oncePerFrame } from '/__console/dom.js';
import { say } from '/__console/words.js';
import { askTenant, hear, tenantName } from '/__console/mock.js';
import { attempt, mark, status, sure } from '/__console/parts.js';
import { clockTime } from '/__console/text.js';
import { forgetRequests, isPaused, pause, refresh } from '/__console/pulse.js';
import { showRequest } from '/__console/request.js';
import { startNews, tellNews } from '/__console/news.js';

const MOST = 1000;
const VERDICTS = ['granted', 'refused', 'rehearsed', 'stubbed', 'faulted'];
let kept = [];
let chosen = null;
const rows = new Map();
const list = () => byId('requests-list');
const isNarrow = () => matchMedia('(max-width: 56rem)').matches;
const draw = oncePerFrame(show);

function take({ requests, anew }) {
  const isFirst = anew || kept.length === 0;
  if (anew) forget(requests);
  const fresh = requests.filter((request) => !kept.some((known) => known.number === request.number));
  if (fresh.length === 0 && !anew) return;
  kept = [...fresh, ...kept].sort((one, other) => other.number - one.number).slice(0, MOST);
  if (!isFirst) tellNews(fresh);
  draw();
}

/** After a reset numbers begin again: whatever is not the same request any longer goes. */
function forget(requests) {
  const traces = new Map(requests.map((request) => [request.number, request.traceId]));
  const stays = (request) => traces.get(request.number) === request.traceId;
  for (const request of kept.filter((known) => !stays(known))) {
    rows.delete(request.number);
    if (chosen === request.number) choose(null);
  }
  kept = kept.filter(stays);
}

function matches(request) {
  const verdict = byId('requests-verdict').value;
  if (verdict !== '' && request.verdict !== verdict) return false;
  const words = byId('requests-filter').value.toLowerCase().split(/\s+/).filter(Boolean);
  const reasons = request.reasons.flatMap((reason) => [reason.where, reason.rule]);
  const text = [request.method, request.path, request.status, request.operation, request.answer, request.traceId, ...reasons].join(' ').toLowerCase();
  return words.every((word) => text.includes(word));
}

function show() {
  const seen = kept.filter(matches);
  const focused = list().contains(document.activeElement) ? document.activeElement : null;
  const wanted = seen.map(rowOf);
  const isSame = wanted.length === list().children.length && wanted.every((row, index) => list().children[index] === row);
  if (!isSame) place(wanted);
  focused?.focus({ preventScroll: true });
  for (const row of wanted) row.tabIndex = -1;
  (rows.get(chosen) ?? wanted[0])?.setAttribute('tabindex', '0');
  list().hidden = seen.length === 0;
  byId('requests-empty').hidden = seen.length > 0;
  if (seen.length === 0) showNone();
  byId('count-requests').textContent = kept.length > 0 ? String(kept.length) : '';
}

/** Puts rows in their places without taking out those that stay, so that focus and scrolling stay, too. */
function place(wanted) {
  const stays = new Set(wanted);
  for (const row of [...list().children]) if (!stays.has(row)) row.remove();
  wanted.forEach((row, index) => {
    if (list().children[index] !== row) list().insertBefore(row, list().children[index] ?? null);
  });
}

function showNone() {
  fill(byId('requests-empty'), h('h2', {}, say(kept.length > 0 ? 'requests.none.match' : 'requests.none')),
    kept.length > 0 ? null : h('p', {}, say('requests.none.how')),
    kept.length > 0 ? null : h('pre', { dir: 'ltr' }, `X-Mock-Tenant: ${tenantName()}\n${location.origin}/~${tenantName()}/…`));
}

function rowOf(request) {
  const known = rows.get(request.number);
  if (known) return known;
  const row = h('div.row.fresh', { role: 'option', id: `request-${request.number}`, 'aria-selected': String(request.number === chosen), tabindex: -1 },
    mark(request.verdict, say(`verdict.${request.verdict}`)),
    status(request.status),
    h('div.row-what', {}, h('strong', {}, h('bdi', { dir: 'ltr' }, request.operation ?? `${request.method} ${request.path}`)),
      h('span', {}, h('bdi', { dir: 'ltr' }, request.answer ?? request.path))),
    h('div.row-when', {}, h('span', {}, h('bdi', { dir: 'ltr' }, clockTime(request.at))), h('span', {}, h('bdi', { dir: 'ltr' }, `#${request.number}`))));
  rows.set(request.number, row);
  return row;
}

function choose(number) {
  chosen = number;
  for (const [name, row] of rows) row.setAttribute('aria-selected', String(name === number));
  const request = kept.find((known) => known.number === number);
  byId('requests-split').classList.toggle('chosen', request !== undefined);
  showRequest(byId('request-detail'), request, () => leave(number));
}

/** Back to the list, where there is room for one of the two only. */
function leave(number) {
  choose(null);
  rows.get(number)?.focus();
}

function pick(row, andGo) {
  row.tabIndex = 0;
  if (!isNarrow() || andGo) choose(Number(row.id.slice('request-'.length)));
  if (!isNarrow() || !andGo) return;
  byId('request-detail').focus({ preventScroll: true });
  byId('request-detail').scrollIntoView({ block: 'start' });
}

function key(event) {
  const row = event.target.closest('[role="option"]');
  if (!row) return;
  const to = { ArrowDown: row.nextElementSibling, ArrowUp: row.previousElementSibling, Home: list().firstElementChild, End: list().lastElementChild };
  if (event.key === 'Enter' || event.key === ' ') pick(row, true);
  else if (!(event.key in to)) return;
  else if (to[event.key]) {
    row.tabIndex = -1;
    to[event.key].focus();
    pick(to[event.key], false);
  }
  event.preventDefault();
}

function halt() {
  pause(!isPaused());
  showPause();
}

function showPause() {
  const knob = byId('requests-pause');
  knob.textContent = say(isPaused() ? 'requests.go-on' : 'requests.pause');
  knob.className = isPaused() ? 'halted' : 'live';
  knob.setAttribute('aria-pressed', String(isPaused()));
}

async function clear() {
  if (!(await sure(say('requests.clear.ask'), say('requests.clear.more'), say('requests.clear')))) return;
  await attempt(() => askTenant('DELETE', '/requests'), say('requests.cleared'));
  restart();
}

function restart() {
  forget([]);
  forgetRequests();
  refresh();
  draw();
}

function translateAll() {
  const verdicts = byId('requests-verdict');
  const before = verdicts.value;
  fill(verdicts, h('option', { value: '' }, say('requests.all')), VERDICTS.map((verdict) => h('option', { value: verdict }, say(`verdict.${verdict}`))));
  verdicts.value = before;
  rows.clear();
  choose(chosen);
  showPause();
  draw();
}

export function startRequests() {
  startNews(byId('requests-news'));
  list().addEventListener('click', (event) => {
    const row = event.target.closest('[role="option"]');
    if (row) pick(row, true);
  });
  list().addEventListener('keydown', key);
  byId('requests-filter').addEventListener('input', draw);
  byId('requests-verdict').addEventListener('change', draw);
  byId('requests-pause').addEventListener('click', halt);
  byId('requests-clear').addEventListener('click', clear);
  hear('requests', take);
  hear('language', translateAll);
  hear('reset', restart);
  hear('tenant-chosen', () => { forget([]); choose(null); draw(); });
  translateAll();
}
