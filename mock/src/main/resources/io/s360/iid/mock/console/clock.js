// What time it is for the tenant, and everything that moves it or starts it anew.
import { byId, fill, h } from '/__console/dom.js';
import { say } from '/__console/words.js';
import { askTenant, hear, isClockKnown, isFrozen, setClock, tenantTime } from '/__console/mock.js';
import { attempt, button, notice } from '/__console/parts.js';
import { clockTime, day, lasting } from '/__console/text.js';
import { stateCard } from '/__console/state.js';
import { isOpen } from '/__console/tabs.js';
import { refresh } from '/__console/pulse.js';

const STEPS = [['PT1M', 60], ['PT15M', 900], ['PT16M', 960], ['PT31M', 1860], ['PT8H', 28800], ['PT12H', 43200], ['P1D', 86400], ['P30D', 2592000]];
const NEAR = 2000;
const panel = () => byId('panel-clock');

async function change(method, rest, body, done) {
  const clock = await attempt(() => askTenant(method, `/clock${rest}`, body), done);
  if (clock) setClock(clock);
  refresh();
}

const advance = (by, length) => change('POST', '/advance', { by }, say('clock.advanced', { time: length }));

function show() {
  fill(panel(), h('div.clocks', {},
    h('section.card', {}, h('h2', {}, say('clock.title')), h('p.hint', {}, say('clock.hint')),
      h('p.now', { dir: 'ltr', id: 'clock-now', role: 'timer' }),
      h('p.line', {}, h('bdi.now-date', { dir: 'ltr', id: 'clock-day' }), h('span', { id: 'clock-state' })),
      h('p.hint', { id: 'clock-apart' }),
      h('div.steps', {}, STEPS.map(stepButton)),
      h('div.stack', {}, switches(), setForm())),
    stateCard()));
  tick();
}

function stepButton([by, seconds]) {
  const length = lasting(seconds * 1000);
  // The mark keeps the sign before the number where one reads from the right.
  const step = button(h('span', {}, `\u200e+${length}`), () => advance(by, length));
  step.dataset.by = by;
  return step;
}

function switches() {
  const freeze = button('', () => change('PUT', '', { frozen: !isFrozen() }, say(isFrozen() ? 'clock.goes' : 'clock.stands')));
  freeze.id = 'clock-freeze';
  const real = button(say('clock.real'), () => change('DELETE', '', undefined, say('clock.is-real')));
  return h('div.line', {}, freeze, real);
}

function setForm() {
  const field = h('input', { type: 'datetime-local', id: 'clock-set', step: 1, required: true, dir: 'ltr' });
  const submit = (event) => {
    event.preventDefault();
    const instant = new Date(`${field.value}Z`);
    if (Number.isNaN(instant.getTime())) notice(say('clock.set.invalid'));
    else change('PUT', '', { now: instant.toISOString() }, say('clock.is-set'));
  };
  return h('form.field', { onsubmit: submit, novalidate: true }, h('label', { for: 'clock-set' }, say('clock.set.label')),
    h('div.joined', {}, field, h('button', { type: 'submit' }, say('clock.set'))));
}

function tick() {
  if (!byId('clock-now') || !isClockKnown()) return;
  byId('clock-now').textContent = clockTime(tenantTime(), false);
  byId('clock-day').textContent = `${day(tenantTime())} UTC`;
  fill(byId('clock-state'), h(`span.mark.${isFrozen() ? 'stubbed' : 'granted'}`, {}, say(isFrozen() ? 'clock.frozen' : 'clock.running')));
  byId('clock-freeze').textContent = say(isFrozen() ? 'clock.go-on' : 'clock.freeze');
  const apart = tenantTime() - Date.now();
  const key = Math.abs(apart) < NEAR ? 'clock.same' : apart > 0 ? 'clock.ahead' : 'clock.behind';
  byId('clock-apart').textContent = say(key, { time: lasting(Math.abs(apart) + 500) });
}

export function startClock() {
  show();
  hear('clock', tick);
  hear('language', show);
  hear('tenant-chosen', show);
  setInterval(() => { if (isOpen('clock')) tick(); }, 250);
}
