// Once a second while the page is seen: which requests are new, and how the tenant stands.
import { byId, fill } from '/__console/dom.js';
import { say } from '/__console/words.js';
import { Refused, askTenant, hear, mock, setClock, tell, tenantName } from '/__console/mock.js';

const EVERY = 1000;
const AFTER_FAILURE = 3000;
let last = 0;
let paused = false;
let timer = 0;
let beating = false;
let again = false;
let trouble = null;

export const isPaused = () => paused;

export function pause(on) {
  paused = on;
  if (!on) refresh();
}

/** Beats now instead of at the end of the second. */
export function refresh() {
  if (beating) {
    again = true;
    return;
  }
  clearTimeout(timer);
  beat();
}

/** Starts from the first request again, as after a reset. */
export function forgetRequests() {
  last = 0;
}

export function startPulse(meetMock) {
  document.addEventListener('visibilitychange', refresh);
  hear('tenant-chosen', () => { last = 0; refresh(); });
  hear('language', showTrouble);
  hear('beat', () => { if (mock() === null) meetMock().catch(() => {}); });
  beat();
}

async function beat() {
  if (document.hidden) return;
  beating = true;
  try {
    await look(tenantName());
    trouble = null;
    tell('beat');
  } catch (failure) {
    trouble = failure;
  }
  beating = false;
  showTrouble();
  timer = setTimeout(beat, again ? 0 : trouble ? AFTER_FAILURE : EVERY);
  again = false;
}

/** The list first: a tenant that then has had fewer requests than the list's last number was made anew. */
async function look(name) {
  const list = paused ? null : await askTenant('GET', `/requests?after=${last}`);
  const tenant = await askTenant('GET');
  if (name !== tenantName()) return;
  const highest = Math.max(last, ...(list?.requests ?? []).map((request) => request.number));
  if (tenant.requests < highest && !paused) {
    const anew = await askTenant('GET', '/requests?after=0');
    if (name !== tenantName()) return;
    last = Math.max(0, ...anew.requests.map((request) => request.number));
    tell('requests', { requests: anew.requests, anew: true });
  } else if (list) {
    tell('requests', { requests: list.requests, anew: last === 0 });
    last = highest;
  }
  setClock(tenant);
  tell('tenant', tenant);
}

function showTrouble() {
  const box = byId('trouble');
  const text = trouble === null ? '' : trouble instanceof Refused ? say('trouble.refused', { why: trouble.message }) : say('trouble.away');
  if (box.textContent !== text) fill(box, text);
  box.hidden = trouble === null;
}
