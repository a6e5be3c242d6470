// Draws a life-cycle: a column for each state, an arrow on its own line for each thing that moves a resource.
import { code, h, svg } from '/__console/dom.js';
import { isRightToLeft, say } from '/__console/words.js';

const LETTER = 6.9;
const LANE = 38;
const TOP = 58;
const START = 16;
const LEAST_BOX = 92;
const LEAST_GAP = 56;
const HEAD = 7;

/** A figure for one kind of resource, with the number of resources in each state. It is mirrored where one reads from the right. */
export function drawLifecycle(kind, resources) {
  const counts = kind.states.map((state) => resources.filter((one) => one.kind === kind.name && one.state === state).length);
  const limits = [['lifecycle.within', kind.within], ['lifecycle.idle', kind.idle], ['lifecycle.at-most', kind.atMost]].filter(([, value]) => value);
  return h('figure.cycle', {},
    h('figcaption', {}, h('h3', {}, code(kind.name)),
      kind.summary ? h('p.hint', { dir: 'auto' }, kind.summary) : null,
      h('p.hint', {}, limits.flatMap(([key, value], index) => [index > 0 ? ' · ' : '', say(key), ' ', code(value)]))),
    h('div.cycle-draw', { tabindex: 0, role: 'group', 'aria-label': say('lifecycle.of', { name: kind.name }) }, picture(kind, counts)),
    h('ul.unseen', {}, kind.transitions.map((move) => h('li', {}, spoken(move)))));
}

const spoken = (move) => say(move.from === null ? 'lifecycle.makes' : 'lifecycle.moves', { by: move.by, from: move.from ?? '', to: move.to, why: move.reason ?? '' });

function picture(kind, counts) {
  const lanes = inOrder(kind);
  const plan = measure(kind.states, lanes);
  const height = TOP + lanes.length * LANE + 12;
  const x = (at) => (isRightToLeft() ? plan.width - at : at);
  const drawing = svg('svg', { viewBox: `0 0 ${plan.width} ${height}`, width: plan.width, height, 'aria-hidden': 'true' });
  lanes.forEach((lane, index) => drawing.append(passage(lane, TOP + index * LANE + LANE / 2, plan, x)));
  kind.states.forEach((state, index) => drawing.append(box(state, counts[index], plan.columns[index], height, x, index === 0)));
  lanes.forEach((lane, index) => drawing.append(...labels(lane, TOP + index * LANE + LANE / 2, plan, x)));
  return drawing;
}

/** Creations first, then what stays in a state, then what leaves it. Columns are numbered from 0; -1 is before all states. */
function inOrder({ states, transitions }) {
  const lanes = transitions.map((move) => ({ ...move, start: move.from === null ? -1 : states.indexOf(move.from), end: states.indexOf(move.to) }));
  const rank = (lane) => (lane.start < 0 ? 0 : lane.start === lane.end ? 1 : 2);
  return lanes.filter((lane) => lane.end >= 0).sort((one, other) => rank(one) - rank(other) || one.start - other.start);
}

/** The gap before column n has the number n; the one in which a lane's label stands must be wide enough for it. */
const gapOf = (lane) => (lane.start < lane.end ? lane.start + 1 : lane.start === lane.end ? lane.start + 1 : lane.start);
const widthOf = (lane) => Math.max(lane.by.length, (lane.reason ?? '').length) * LETTER + 34;

function measure(states, lanes) {
  const gaps = states.map((state, index) => (index === 0 ? 0 : LEAST_GAP)).concat(0);
  for (const lane of lanes) gaps[gapOf(lane)] = Math.max(gaps[gapOf(lane)], widthOf(lane));
  let at = lanes.some((lane) => lane.start < 0) ? START : 2;
  const columns = states.map((state, index) => {
    const left = at + gaps[index];
    const right = left + Math.max(LEAST_BOX, state.length * LETTER + 28);
    at = right;
    return { left, right };
  });
  return { columns, gaps, width: Math.ceil(at + gaps[states.length] + 4) };
}

function box(state, count, column, height, x, isFirst) {
  const middle = (column.left + column.right) / 2;
  const group = svg('g', isFirst ? { class: 'first' } : {});
  group.append(svg('rect', { class: 'state-box', x: Math.min(x(column.left), x(column.right)), y: 1, width: column.right - column.left, height: height - 2, rx: 9 }),
    svg('text', { class: 'state-count', x: x(middle), y: 27, 'text-anchor': 'middle' }, String(count)),
    svg('text', { class: 'state-name', x: x(middle), y: 45, 'text-anchor': 'middle', direction: 'ltr' }, state));
  return group;
}

function passage(lane, y, plan, x) {
  const group = svg('g');
  if (lane.start === lane.end) return loop(group, plan.columns[lane.start].right, y, x);
  const isForward = lane.start < lane.end;
  const from = lane.start < 0 ? START - 8 : isForward ? plan.columns[lane.start].right : plan.columns[lane.start].left;
  const to = isForward ? plan.columns[lane.end].left : plan.columns[lane.end].right;
  if (lane.start < 0) group.append(svg('circle', { class: 'dot', cx: x(from), cy: y, r: 4.5 }));
  group.append(svg('path', { class: 'arrow', d: `M${x(from)} ${y}H${x(to - (isForward ? HEAD : -HEAD))}` }), head(to, y, isForward ? -1 : 1, x));
  return group;
}

/** Out of the box and back into it. */
function loop(group, edge, y, x) {
  group.append(svg('path', { class: 'arrow', d: `M${x(edge)} ${y - 7}H${x(edge + 12)}Q${x(edge + 20)} ${y - 7} ${x(edge + 20)} ${y}T${x(edge + 12)} ${y + 7}H${x(edge + HEAD)}` }),
    head(edge, y + 7, 1, x));
  return group;
}

const head = (tip, y, back, x) => svg('path', { class: 'head', d: `M${x(tip)} ${y}L${x(tip + back * 9)} ${y - 4.5}V${y + 4.5}z` });

/** What moves it stands over the arrow, and the reason that it leaves under it. */
function labels(lane, y, plan, x) {
  const isLoop = lane.start === lane.end;
  const gap = gapOf(lane);
  const right = gap < plan.columns.length ? plan.columns[gap].left : plan.width;
  const middle = isLoop ? right - plan.gaps[gap] + 27 : right - plan.gaps[gap] / 2;
  const anchor = !isLoop ? 'middle' : isRightToLeft() ? 'end' : 'start';
  const text = (what, kind, dy) => svg('text', { class: kind, x: x(middle), y: y + dy, 'text-anchor': anchor, direction: 'ltr' }, what);
  return [text(lane.by, 'by', isLoop ? 4 : -5), ...(lane.reason ? [text(lane.reason, 'why', 12)] : [])];
}
