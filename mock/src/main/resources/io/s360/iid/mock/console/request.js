// One request: why it was answered so, what was sent and what came back.
import { code, fill, h, told } from '/__console/dom.js';
import { say } from '/__console/words.js';
import { button, copyable, curlHere, empty, facts, mark, status } from '/__console/parts.js';
import { body, moment } from '/__console/text.js';

export function showRequest(place, request, leave) {
  if (!request) {
    fill(place, empty(say('request.none'), h('p', {}, say('request.none.how'))));
    return;
  }
  fill(place, h('div.detail', {},
    button(say('request.back'), leave, 'back'),
    head(request),
    reasons(request),
    request.curl ? copyable(say('request.curl'), curlHere(request.curl)) : null,
    message('request.asked', request.headers, request.body),
    message('request.answered', request.answerHeaders, request.answerBody)));
}

function head(request) {
  return h('header.detail-head', {},
    h('div.line', {}, h('span.line', {}, mark(request.verdict, say(`verdict.${request.verdict}`)), status(request.status)), moment(request.at)),
    h('h2.break', {}, h('bdi.mono', { dir: 'ltr' }, `${request.method} ${request.path}`)),
    h('p.hint', {}, say(`verdict.${request.verdict}.means`)),
    facts([
      [say('operation'), request.operation && code(request.operation)],
      [say('answer'), request.answer && code(request.answer)],
      [say('request.trace'), code(request.traceId)],
      [say('request.number'), code(request.number)],
    ]));
}

function reasons(request) {
  const isBad = request.verdict === 'refused' || request.verdict === 'faulted';
  return h('section', {}, h('h3', {}, say('request.why')),
    request.reasons.length === 0
      ? h('p.hint', {}, say('request.why.none'))
      : h('ol.reasons', {}, request.reasons.map((reason) => reasonOf(reason, isBad))));
}

function reasonOf(reason, isBad) {
  return h(`li.reason${isBad ? '' : '.mild'}`, {},
    h('h4', {}, told(reason.message)),
    facts([
      [say('reason.where'), reason.where === '' ? say('reason.whole') : code(reason.where)],
      [say('reason.rule'), code(reason.rule)],
      [say('reason.place'), reason.place && code(reason.place)],
    ]),
    reason.expected || reason.got ? h('div.against', {}, side('reason.expected', reason.expected), side('reason.got', reason.got)) : null);
}

const side = (key, text) => h('div', {}, h('span.hint', {}, say(key)), text ? code(text) : h('span', {}, say('reason.nothing')));

function message(key, headers, text) {
  const lines = Object.entries(headers ?? {}).map(([name, value]) => [h('bdi', { dir: 'ltr' }, name), h('bdi', { dir: 'ltr' }, String(value))]);
  return h('section', {}, h('div.block-head', {}, h('h3', {}, say(key))),
    lines.length > 0 ? facts(lines, 'dl.facts.headers') : null,
    text ? body(text) : h('p.hint', {}, say('body.none')));
}
