'use strict';
// JSON as RFC 8259 has it, which JSON.parse does not insist on: no member twice, no depth without end, no endless number.

class Malformed extends Error {}

const LONGEST_NUMBER = 1000;
const NUMBER = /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const BROKEN = /[\0\ud800-\udfff]/u; // with the u, halves of pairs only
const LITERAL = /true|false|null/y;

/** The value, and whether a text in it has NUL or half a surrogate pair. */
function parse(text, maxDepth) {
  let at = 0;
  let hasBrokenText = false;

  const fail = () => {
    throw new Malformed();
  };
  const skipBlanks = () => {
    while (' \t\n\r'.includes(text[at] || 'x')) at++;
  };
  const take = (pattern) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found) fail();
    at = pattern.lastIndex;
    return found[0];
  };
  const expect = (character) => {
    skipBlanks();
    if (text[at] !== character) fail();
    at++;
  };
  const isNext = (character) => {
    skipBlanks();
    return text[at] === character;
  };

  const string = () => {
    const value = JSON.parse(take(STRING));
    hasBrokenText ||= BROKEN.test(value);
    return value;
  };
  const number = () => {
    const digits = take(NUMBER);
    if (digits.length > LONGEST_NUMBER) fail();
    return Number(digits);
  };
  const many = (end, depth, one) => {
    if (depth > maxDepth) fail();
    at++;
    for (let first = true; !isNext(end); first = false) {
      if (!first) expect(',');
      one();
    }
    at++;
  };
  const object = (depth) => {
    const members = {};
    many('}', depth, () => {
      skipBlanks();
      const name = string();
      if (Object.hasOwn(members, name)) fail();
      expect(':');
      Object.defineProperty(members, name, { value: value(depth), enumerable: true });
    });
    return members;
  };
  const array = (depth) => {
    const items = [];
    many(']', depth, () => items.push(value(depth)));
    return items;
  };
  const value = (depth) => {
    skipBlanks();
    if (text[at] === '{') return object(depth + 1);
    if (text[at] === '[') return array(depth + 1);
    if (text[at] === '"') return string();
    if ('tfn'.includes(text[at] || 'x')) return JSON.parse(take(LITERAL));
    return number();
  };

  const found = value(0);
  skipBlanks();
  if (at < text.length) fail();
  return { value: found, hasBrokenText };
}

module.exports = { parse, Malformed };
