// How times, durations and JSON are written.
import { h } from '/__console/dom.js';
import { say } from '/__console/words.js';

const time = (instant) => new Date(instant).toISOString();

/** 14:03:22.120, of an instant in milliseconds or ISO 8601. */
export const clockTime = (instant, fraction = true) => time(instant).slice(11, fraction ? 23 : 19);
export const day = (instant) => time(instant).slice(0, 10);

/** 2026-11-22 14:03:22 UTC, left to right. */
export const moment = (instant) => h('time', { dir: 'ltr', datetime: time(instant), class: 'mono' }, `${day(instant)} ${clockTime(instant, false)} UTC`);

/** The two largest parts of a length of time, such as "14 min 32 s". */
export function lasting(milliseconds) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const parts = [['d', Math.floor(seconds / 86400)], ['h', Math.floor(seconds / 3600) % 24], ['m', Math.floor(seconds / 60) % 60], ['s', seconds % 60]];
  const first = parts.findIndex(([, amount]) => amount > 0);
  if (first < 0) return say('unit.s', { n: 0 });
  return parts.slice(first, first + 2).filter(([, amount]) => amount > 0).map(([unit, n]) => say(`unit.${unit}`, { n })).join(' ');
}

/** An ISO 8601 duration of days and less in words; anything else as it came. */
export function duration(iso) {
  const parts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(iso ?? '');
  if (parts === null) return iso;
  const [days, hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0));
  return lasting((((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000);
}

/** A body as it is read best: JSON indented and with its parts told apart, anything else as it came. */
export function body(text) {
  const box = h('pre', { dir: 'ltr', tabindex: 0 });
  const tree = parsed(text);
  if (tree === undefined) box.append(text);
  else box.append(...coloured(JSON.stringify(tree, null, 2)));
  return box;
}

function parsed(text) {
  try {
    const tree = JSON.parse(text);
    return typeof tree === 'object' ? tree : undefined;
  } catch {
    return undefined;
  }
}

const TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

function coloured(json) {
  const parts = [];
  let end = 0;
  for (const token of json.matchAll(TOKEN)) {
    parts.push(json.slice(end, token.index));
    const text = token[1] ?? token[0];
    const kind = token[1] === undefined ? 'j-value' : token[2] === undefined ? 'j-text' : 'j-name';
    parts.push(h(`span.${kind}`, {}, text), token[2] ?? '');
    end = token.index + token[0].length;
  }
  return [...parts, json.slice(end)];
}
