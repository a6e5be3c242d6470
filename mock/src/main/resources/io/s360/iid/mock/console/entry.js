// One answer of the catalogue: what it looks like, the ways to it, and trying them.
import { code, fill, h, told } from '/__console/dom.js';
import { say } from '/__console/words.js';
import { tenantName } from '/__console/mock.js';
import { button, copyable, curlHere, facts, mark, status } from '/__console/parts.js';
import { body } from '/__console/text.js';
import { refresh } from '/__console/pulse.js';

const LONGEST_WAIT = 15000;

export function entryDetails(entry) {
  return h('div.entry-more', {},
    facts([[say('reason.place'), entry.place && code(entry.place)]]),
    h('div.ways', {}, entry.ways.map((way) => wayOf(way, entry))),
    entry.body === undefined || entry.body === null ? null : h('details', {}, h('summary', {}, say('entry.example')), body(JSON.stringify(entry.body))));
}

function wayOf(way, entry) {
  const outcome = h('div.outcome', { role: 'status' });
  const knob = button(say('entry.try'), () => tryWay(way, entry, knob, outcome), 'primary');
  knob.setAttribute('aria-label', `${say('entry.try')}: ${entry.answer}, ${say(`way.${way.by}`)}`);
  return h('section.way', { 'data-way': way.by },
    h('div.block-head', {}, h('h3', {}, mark('quiet', say(`way.${way.by}`), way.by)), knob),
    h('p', {}, told(way.says)),
    copyable(say('entry.curl'), curlHere(way.curl), 'h4'),
    outcome);
}

/** Takes the steps one after the other; the last one's answer is what was promised, or not. */
async function tryWay(way, entry, knob, outcome) {
  knob.disabled = true;
  fill(outcome, h('p.hint', {}, say('entry.trying')));
  try {
    const got = [];
    for (const step of way.steps) got.push(await take(step));
    show(outcome, got, entry);
  } catch (failure) {
    fill(outcome, h('p.hint', {}, say('entry.failed', { why: failure.message })));
  }
  knob.disabled = false;
  refresh();
}

async function take(step) {
  const answer = await fetch(step.path, {
    method: step.method,
    headers: { ...step.headers, 'X-Mock-Tenant': tenantName() },
    body: step.body ?? undefined,
    cache: 'no-store',
    redirect: 'manual',
    signal: AbortSignal.timeout(LONGEST_WAIT),
  });
  return { step, status: answer.status, text: await answer.text() };
}

function show(outcome, got, entry) {
  const last = got.at(-1);
  const isPromised = last.status === entry.status;
  fill(outcome,
    h('p.line', {}, mark(isPromised ? 'granted' : 'refused', say(isPromised ? 'entry.promised' : 'entry.other', { status: entry.status }))),
    h('ol', {}, got.map(({ step, status: number }) => h('li.line', {}, status(number), h('bdi.mono.break', { dir: 'ltr' }, `${step.method} ${step.path}`)))),
    last.text === '' ? h('p.hint', {}, say('body.none')) : body(last.text));
}
