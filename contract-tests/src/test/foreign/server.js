'use strict';
// Two operations of the contract, written by a stranger: another language, no code of this kit, no package. Who and what is there from
// the start, and what each answer says, comes as JSON:
//
//   node server.js DATA.json [MISTAKE,...]
//
// prints the address that it listens at. Each MISTAKE makes it wrong in one thing; without any it keeps the contract.

const http = require('node:http');
const fs = require('node:fs');
const { randomUUID, timingSafeEqual, createHash } = require('node:crypto');
const { parse, Malformed } = require('./strict-json.js');
const media = require('./media.js');

const data = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const mistakes = new Set((process.argv[3] || '').split(',').filter(Boolean));
const UUID = /^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/;
const LONGEST_TOKEN = mistakes.has('accepts-a-longer-token') ? data.longestToken + 1 : data.longestToken;

const clients = new Map(data.clients.map((client) => [client.id, { ...client, sent: [] }]));
const parents = new Map(data.parents.map((parent) => [parent.key, parent]));
const children = new Map(data.children.map((child) => [child.key, { ...child }]));

/** Ends the handling of a request with one of the contract's answers. */
class Answer extends Error {
  constructor(name, headers = {}, body = undefined) {
    super(name);
    this.name = name;
    this.headers = headers;
    this.body = body;
  }
}

function headersOf(request) {
  const found = new Map();
  for (let at = 0; at < request.rawHeaders.length; at += 2) {
    const name = request.rawHeaders[at].toLowerCase();
    found.set(name, [...(found.get(name) || []), request.rawHeaders[at + 1].trim()]);
  }
  return (name) => found.get(name.toLowerCase()) || [];
}

function checkHeaders(headers) {
  for (const name of Object.values(data.headers)) {
    if (headers(name).length > 1) throw new Answer('invalid-header');
  }
  const [trace] = headers(data.headers.traceId);
  if (trace !== undefined && !UUID.test(trace)) throw new Answer('invalid-header');
}

const hash = (text) => createHash('sha256').update(text).digest();

function authenticated(headers) {
  const [id = '', key = ''] = [...headers(data.headers.clientId), ''].slice(0, 1).concat(headers(data.headers.clientKey));
  const client = clients.get(id);
  if (!client || !client.enabled || !timingSafeEqual(hash(client.key), hash(key))) throw new Answer('client-auth-failed');
  return client;
}

function checkRate(client) {
  if (!client.requestsPerMinute) return;
  const now = Date.now();
  client.sent = client.sent.filter((time) => time > now - 60_000);
  if (client.sent.length >= client.requestsPerMinute) {
    throw new Answer('too-many-requests', { 'Retry-After': String(Math.ceil((client.sent[0] + 60_000 - now) / 1000)) });
  }
  client.sent.push(now);
}

async function read(request) {
  const pieces = [];
  let length = 0;
  for await (const piece of request) {
    length += piece.length;
    if (length <= data.maxBytes) pieces.push(piece);
  }
  if (length > data.maxBytes) throw new Answer('payload-too-large');
  return Buffer.concat(pieces);
}

function toJson(bytes) {
  let text;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Answer('invalid-encoding');
  }
  if (text.includes('\0')) throw new Answer('invalid-encoding');
  try {
    const { value, hasBrokenText } = parse(text, data.maxDepth);
    if (hasBrokenText) throw new Answer('invalid-encoding');
    return value;
  } catch (problem) {
    throw problem instanceof Malformed ? new Answer('malformed-json') : problem;
  }
}

function checkFields(body, names) {
  const isObject = body !== null && typeof body === 'object' && !Array.isArray(body);
  if (!isObject || Object.keys(body).some((name) => !names.includes(name)) || names.some((name) => !Object.hasOwn(body, name))) {
    throw new Answer('validation-failed');
  }
  if (typeof body.sessionToken !== 'string' || [...body.sessionToken].length > LONGEST_TOKEN) throw new Answer('validation-failed');
  if (names.includes('sessionId') && (typeof body.sessionId !== 'string' || !UUID.test(body.sessionId))) {
    throw new Answer('validation-failed');
  }
}

const REFUSALS = { LOGOUT: 'already-logged-out', EXPIRED: 'session-expired' };

function checkAlive(thing) {
  if (thing.state === 'ENDED') throw new Answer(REFUSALS[thing.reason] || 'session-ended');
}

function parentOf(body) {
  const parent = parents.get(body.sessionToken);
  if (!parent) throw new Answer('session-invalid');
  return parent;
}

function checkGranted(client, operation) {
  if (client.granted && !client.granted.includes(operation)) throw new Answer('operation-not-allowed');
}

function create(client, body) {
  const parent = parentOf(body);
  checkGranted(client, 'CreateChildSession');
  checkAlive(parent);
  const active = [...children.values()].filter((child) => child.parent === parent.key && child.state === 'ACTIVE');
  if (active.length >= data.limits.perParent || active.filter((child) => child.owner === client.id).length >= data.limits.perOwner) {
    throw new Answer('session-limit-reached');
  }
  const child = { key: randomUUID(), parent: parent.key, owner: client.id, state: 'ACTIVE' };
  children.set(child.key, child);
  const now = Date.now();
  const at = (seconds) => new Date(now + seconds * 1000).toISOString();
  const record = { sessionId: child.key, clientId: client.id, createdAt: at(0), expiresAt: at(data.idle), maxExpiresAt: at(data.atMost) };
  if (mistakes.has('forgets-a-member')) delete record.maxExpiresAt;
  throw new Answer('created', {}, record);
}

function logout(client, body) {
  const parent = parentOf(body);
  const child = children.get(body.sessionId.toLowerCase());
  if (!child || child.parent !== parent.key || child.owner !== client.id) throw new Answer('child-session-not-found');
  checkGranted(client, 'LogoutChildSession');
  if (!(mistakes.has('ends-twice') && child.reason === 'LOGOUT')) checkAlive(child);
  Object.assign(child, { state: 'ENDED', reason: 'LOGOUT' });
  throw new Answer('logged-out');
}

const operations = {
  [data.paths.create]: { run: create, names: ['sessionToken'] },
  [data.paths.logout]: { run: logout, names: ['sessionToken', 'sessionId'] },
};

async function handle(request) {
  const headers = headersOf(request);
  const operation = operations[request.url.split('?')[0]];
  if (!operation) throw new Answer('resource-not-found');
  if (request.method !== 'POST') throw new Answer('method-not-allowed', { Allow: 'POST' });
  if (!media.isJson(headers('Content-Type')) || headers('Content-Encoding').some((coding) => coding.toLowerCase() !== 'identity')) {
    throw new Answer('unsupported-media-type');
  }
  if (!media.acceptsJson(headers('Accept'))) throw new Answer('not-acceptable');
  checkHeaders(headers);
  const client = authenticated(headers);
  checkRate(client);
  const body = toJson(await read(request));
  checkFields(body, operation.names);
  operation.run(client, body);
}

function write(request, response, answer) {
  const { status, body } = data.answers[answer.name];
  const text = JSON.stringify(answer.body ? { ...body, data: answer.body } : body);
  const traces = headersOf(request)(data.headers.traceId);
  const trace = traces.length === 1 && UUID.test(traces[0]) ? traces[0] : randomUUID();
  const headers = { ...answer.headers, [data.headers.traceId]: trace, 'Content-Type': 'application/json' };
  if (mistakes.has('does-not-say-what-is-allowed')) delete headers.Allow;
  response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(text) });
  response.end(request.method === 'HEAD' ? undefined : text);
  request.resume();
}

const server = http.createServer((request, response) => {
  handle(request).catch((answer) => write(request, response, answer instanceof Answer ? answer : new Answer('internal-error')));
});

// Node knows some methods only; others never come to a handler.
server.on('clientError', (problem, socket) => {
  const [, method, target] = /^(\S+) (\S+) HTTP/.exec(String(problem.rawPacket || '')) || [];
  const name = !method ? 'invalid-header' : operations[target.split('?')[0]] ? 'method-not-allowed' : 'resource-not-found';
  const { status, body } = data.answers[name];
  const text = JSON.stringify(body);
  const allow = name === 'method-not-allowed' && !mistakes.has('does-not-say-what-is-allowed') ? 'Allow: POST\r\n' : '';
  const sent = new RegExp(`^${data.headers.traceId}: *(\\S+)`, 'im').exec(String(problem.rawPacket || ''));
  const trace = sent && UUID.test(sent[1]) ? sent[1] : randomUUID();
  socket.end(
    `HTTP/1.1 ${status} ${http.STATUS_CODES[status]}\r\nConnection: close\r\n${allow}${data.headers.traceId}: ${trace}\r\n` +
      `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
  );
});

server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
