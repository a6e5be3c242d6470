// Life-cycles as drawings: a box for each state, an arrow on its own line for each thing that moves a resource, and how often that was seen.
const LANE = 44;
const BOX = 108;
const HEAD = 8;
const LETTER = 7;

function buildCycles() {
  byId('cycles').hidden = REPORT.cycles.length === 0;
  fill(byId('cycles'), h('h2', { id: 'cycles-title' }, say('cycles.title')), h('p.hint', {}, say('cycles.hint')),
    h('div.drawings', {}, REPORT.cycles.map(drawing)));
}

const timesOf = (move) => columns().reduce((sum, column) => sum + (move.walked[column.index] ?? 0), 0);
const nameOf = (move) => (move.by === '' ? say('cycles.time') : move.by);

function drawing(cycle) {
  const moves = cycle.moves.map((move) => ({ ...move, times: timesOf(move), name: nameOf(move) }));
  const walked = moves.filter((move) => move.times > 0).length;
  return h('figure.card.drawing', {},
    h('figcaption', {}, h('h3', {}, code(cycle.name)), h('p.hint', {}, told(cycle.summary)), h('p.hint', {}, say('cycles.walked', { n: walked, all: moves.filter((move) => move.walked.length > 0).length }))),
    h('div.draw', { tabindex: 0, role: 'group', 'aria-label': say('cycles.of', { name: cycle.name }) }, picture(cycle, moves)),
    h('ul.unseen', {}, moves.map((move) => h('li', {}, spelt(move)))));
}

const spelt = (move) => say(move.from === null ? 'cycles.makes' : 'cycles.moves', { by: move.name, from: move.from ?? '', to: move.to, why: move.reason ?? '', times: sayMany('times', move.times) });

function picture(cycle, moves) {
  const births = moves.filter((move) => move.from === null);
  const lanes = moves.filter((move) => move.from !== null).sort((one, other) => Number(one.from !== one.to) - Number(other.from !== other.to));
  const top = births.length > 0 ? 22 + births.length * 18 : 2;
  const gap = Math.max(150, ...lanes.map((lane) => Math.max((lane.name + seen(lane)).length, (lane.reason ?? '').length) * LETTER + 56));
  const width = cycle.states.length * BOX + (cycle.states.length - 1) * gap + 4;
  const height = top + 44 + lanes.length * LANE + 10;
  const left = (state) => { const x = 2 + cycle.states.indexOf(state) * (BOX + gap); return isRightToLeft() ? width - x - BOX : x; };
  const image = svg('svg', { viewBox: `0 0 ${width} ${height}`, width, height, 'aria-hidden': 'true' });
  cycle.states.forEach((state, index) => image.append(
    svg('rect', { class: index === 0 ? 'state first' : 'state', x: left(state), y: top, width: BOX, height: height - top - 2, rx: 12 }),
    svg('text', { class: 'state-name', x: left(state) + BOX / 2, y: top + 27, 'text-anchor': 'middle', direction: 'ltr' }, state)));
  births.forEach((move, index) => image.append(birth(move, left(move.to) + BOX / 2, index, top)));
  lanes.forEach((move, index) => image.append(lane(move, left, top + 44 + index * LANE + LANE / 2)));
  return image;
}

const way = () => (isRightToLeft() ? -1 : 1);

const edge = (move, ...parts) => svg('g', { class: move.times > 0 ? 'edge walked' : 'edge' }, svg('title', {}, spelt(move)), ...parts);
const thick = (move) => (move.times > 0 ? Math.min(6, 1.5 + Math.log10(1 + move.times)) : 1.5);
const seen = (move) => (move.walked.length > 0 ? ` ×${number(move.times)}` : '');

function birth(move, x, index, top) {
  const y = 14 + index * 18;
  const side = { x: x + way() * 14, 'text-anchor': isRightToLeft() ? 'end' : 'start', direction: 'ltr' };
  return edge(move,
    svg('circle', { class: 'head', cx: x, cy: 9, r: 5 }), svg('path', { d: `M${x} 9V${top - HEAD}`, 'stroke-width': thick(move) }),
    svg('path', { class: 'head', d: `M${x} ${top}l-5.5 -10h11z` }),
    svg('text', { class: 'by', y, ...side }, move.name, svg('tspan', { class: 'count' }, seen(move))));
}

/** From box to box; or out of a box and back into it. */
function lane(move, left, y) {
  const go = way();
  const out = left(move.from) + (go > 0 ? BOX : 0);
  const text = (kind, x, dy, anchor, ...what) => svg('text', { class: kind, x, y: y + dy, 'text-anchor': anchor, direction: 'ltr' }, ...what);
  const count = () => svg('tspan', { class: 'count' }, seen(move));
  if (move.from === move.to) {
    return edge(move,
      svg('path', { d: `M${out} ${y - 9}h${go * 12}q${go * 10} 0 ${go * 10} 9t${-go * 10} 9h${-go * (12 - HEAD)}`, 'stroke-width': thick(move) }),
      svg('path', { class: 'head', d: `M${out} ${y + 9}l${go * 10} -5.5v11z` }),
      text('by', out + go * 32, 4, go > 0 ? 'start' : 'end', move.name, count()));
  }
  const into = left(move.to) + (go > 0 ? 0 : BOX);
  const middle = (out + into) / 2;
  return edge(move,
    svg('path', { d: `M${out} ${y}H${into - go * HEAD}`, 'stroke-width': thick(move) }),
    svg('path', { class: 'head', d: `M${into} ${y}l${-go * 10} -5.5v11z` }),
    text('by', middle, -7, 'middle', move.name, count()),
    text('why', middle, 15, 'middle', move.reason ?? ''));
}
