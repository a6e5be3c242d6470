'use strict';
// What Content-Type and Accept say about JSON (RFC 9110, sections 8.3 and 12.5.1).

const RANGE = /^([!#$%&'*+.^_`|~0-9a-z-]+)\/([!#$%&'*+.^_`|~0-9a-z-]+)$/i;

function parsed(text) {
  return text.split(',').map((part) => {
    const [range, ...parameters] = part.split(';').map((piece) => piece.trim());
    const found = RANGE.exec(range);
    const named = new Map(
      parameters.map((parameter) => {
        const [name, value = ''] = parameter.split('=');
        return [name.trim().toLowerCase(), value.trim().replace(/^"(.*)"$/, '$1')];
      }),
    );
    return found && { type: found[1].toLowerCase(), subtype: found[2].toLowerCase(), parameters: named };
  });
}

/** Whether a body is declared as JSON in UTF-8, once. */
function isJson(types) {
  if (types.length !== 1) return false;
  const [range, ...more] = parsed(types[0]);
  if (!range || more.length > 0 || range.type !== 'application' || range.subtype !== 'json') return false;
  return (range.parameters.get('charset') || 'utf-8').toLowerCase() === 'utf-8';
}

function precision(range) {
  if (range.type === 'application' && range.subtype === 'json') return 3;
  if (range.type === 'application' && range.subtype === '*') return 2;
  return range.type === '*' && range.subtype === '*' ? 1 : 0;
}

/** Whether JSON may be answered: the most precise range that speaks of it decides. */
function acceptsJson(lines) {
  const text = lines.join(',');
  if (text.trim() === '') return true;
  const ranges = parsed(text);
  if (ranges.some((range) => !range)) return false;
  const about = ranges.filter((range) => precision(range) > 0).sort((one, other) => precision(other) - precision(one));
  return about.length > 0 && Number(about[0].parameters.get('q') ?? '1') > 0;
}

module.exports = { isJson, acceptsJson };
