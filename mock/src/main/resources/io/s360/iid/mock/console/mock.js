// The mock's admin API, and which tenant this page looks at. Views hear of changes through `changes`.

export const changes = new EventTarget();
export const tell = (what, detail) => changes.dispatchEvent(new CustomEvent(what, { detail }));
export const hear = (what, listener) => changes.addEventListener(what, (event) => listener(event.detail));

const NAME = /^[A-Za-z0-9._-]{1,64}$/;
let tenant = wishedTenant();
let clock = { at: 0, now: Date.now(), frozen: false, known: false };
let served = null;

/** A refusal of the admin API, with what its problem document says. */
export class Refused extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

/** Asks the mock. Resolves with the JSON of the answer, or null if there is none; rejects with Refused or a failure to connect. */
export async function ask(method, path, body) {
  const answer = await fetch(path, {
    method,
    cache: 'no-store',
    headers: body === undefined ? { Accept: 'application/json' } : { Accept: 'application/json', 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  const content = readable(text);
  if (!answer.ok) throw new Refused(answer.status, content?.detail ?? content?.title ?? `HTTP ${answer.status}`);
  return content;
}

function readable(text) {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

/** Asks about the chosen tenant: askTenant('GET', '/clock'). */
export const askTenant = (method, rest = '', body) => ask(method, `/__mock/tenants/${encodeURIComponent(tenant)}${rest}`, body);

export const tenantName = () => tenant;

export function isTenantName(name) {
  return NAME.test(name) && name !== 'new';
}

export function chooseTenant(name) {
  if (!isTenantName(name) || name === tenant) return;
  tenant = name;
  clock = { ...clock, known: false };
  tell('tenant-chosen', name);
}

/** What the mock serves; null until it has said so. */
export const mock = () => served;

export async function meetMock() {
  served = await ask('GET', '/__mock');
  tell('mock', served);
}

/** Takes a clock or a tenant as the mock tells it: what time it is, and whether it stands still. */
export function setClock({ now, frozen }) {
  clock = { at: performance.now(), now: Date.parse(now), frozen, known: true };
  tell('clock', clock);
}

export const isClockKnown = () => clock.known;
export const isFrozen = () => clock.frozen;

/** The tenant's time in milliseconds, counted on from when the mock last told it. */
export const tenantTime = () => (clock.frozen ? clock.now : clock.now + performance.now() - clock.at);

function wishedTenant() {
  const wish = new URLSearchParams(location.search).get('tenant');
  return wish !== null && isTenantName(wish) ? wish : 'default';
}
