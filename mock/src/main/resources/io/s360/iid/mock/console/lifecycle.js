// Draws a life-cycle: a column for each state, an arrow on its own line for each thing that moves a resource.
import { code, h, svg, told } from '/__console/dom.js';
import { isRightToLeft, say } from '/__console/words.js';
import { duration } from '/__console/text.js';

const LETTER = 6.7;
const LANE = 38;
const TITLE = 54;
const BIRTH = 22;
const LEAST_BOX = 80;
const LEAST_GAP = 56;
const HEAD = 7;

/** A figure for one kind of resource, with the number of resources in each state. It is mirrored where one reads from the right. */
export function drawLifecycle(kind, resources) {
  const counts = kind.states.map((state) => resources.filter((one) => one.kind === kind.name && one.state === state).length);
  const limits = [['lifecycle.within', kind.within && code(kind.within)], ['lifecycle.idle', duration(kind.idle)], ['lifecycle.at-most', duration(kind.atMost)]].filter(([, value]) => value);
  return h('figure.cycle', {},
    h('figcaption', {}, h('h3', {}, code(kind.name)),
      kind.summary ? h('p.hint', {}, told(kind.summary)) : null,
      h('p.hint', {}, limits.flatMap(([key, value], index) => [index > 0 ? ' · ' : '', say(key), ' ', value]))),
    h('div.cycle-draw', { tabindex: 0, role: 'group', 'aria-label': say('lifecycle.of', { name: kind.name }) }, picture(kind, counts)),
    h('ul.unseen', {}, kind.transitions.map((move) => h('li', {}, spoken(move)))));
}

const spoken = (move) => say(move.from === null ? 'lifecycle.makes' : 'lifecycle.moves', { by: move.by, from: move.from ?? '', to: move.to, why: move.reason ?? '' });

function picture(kind, counts) {
  const births = kind.transitions.filter((move) => move.from === null && kind.states.includes(move.to));
  const lanes = inOrder(kind);
  const plan = measure(kind.states, births, lanes);
  const height = plan.top + TITLE + lanes.length * LANE + 12;
  const x = (at) => (isRightToLeft() ? plan.width - at : at);
  const drawing = svg('svg', { viewBox: `0 0 ${plan.width} ${height}`, width: plan.width, height, 'aria-hidden': 'true' });
  const middle = (index) => plan.top + TITLE + index * LANE + LANE / 2;
  lanes.forEach((lane, index) => drawing.append(passage(lane, middle(index), plan, x)));
  kind.states.forEach((state, index) => {
    const made = births.filter((birth) => birth.to === state);
    drawing.append(box(state, counts[index], plan, index, height, x));
    if (made.length > 0) drawing.append(birth(made, plan, index, x));
  });
  lanes.forEach((lane, index) => drawing.append(...labels(lane, middle(index), plan, x)));
  return drawing;
}

/** What stays in a state before what leaves it; columns are numbered from 0. */
function inOrder({ states, transitions }) {
  const lanes = transitions.filter((move) => move.from !== null).map((move) => ({ ...move, start: states.indexOf(move.from), end: states.indexOf(move.to) }));
  const rank = (lane) => (lane.start === lane.end ? 0 : 1);
  return lanes.filter((lane) => lane.start >= 0 && lane.end >= 0).sort((one, other) => one.start - other.start || rank(one) - rank(other));
}

/** The gap after column n has the number n; the one in which a lane's label stands must be wide enough for it. */
const gapOf = (lane) => (lane.start <= lane.end ? lane.start : lane.start - 1);
const widthOf = (text) => text.length * LETTER;
const roomOf = (lane) => Math.max(widthOf(lane.by), widthOf(lane.reason ?? '')) + 28;

function measure(states, births, lanes) {
  const gaps = states.map((state, index) => (index === states.length - 1 ? 0 : LEAST_GAP));
  for (const lane of lanes) gaps[gapOf(lane)] = Math.max(gaps[gapOf(lane)], roomOf(lane));
  let at = 2;
  const columns = states.map((state, index) => {
    const left = at;
    const right = left + Math.max(LEAST_BOX, widthOf(state) + 24);
    at = right + gaps[index];
    return { left, right, middle: (left + right) / 2 };
  });
  const ofBirths = births.map((one) => columns[states.indexOf(one.to)].middle + 12 + widthOf(one.by));
  const most = Math.max(0, ...states.map((state) => births.filter((one) => one.to === state).length));
  return { columns, gaps, width: Math.ceil(Math.max(at, ...ofBirths) + 2), top: most > 0 ? BIRTH + most * 14 : 1 };
}

function box(state, count, plan, index, height, x) {
  const column = plan.columns[index];
  const text = (kind, dy, what) => svg('text', { class: kind, x: x(column.middle), y: plan.top + dy, 'text-anchor': 'middle', direction: 'ltr' }, what);
  return svg('g', index === 0 ? { class: 'first' } : {},
    svg('rect', { class: 'state-box', x: Math.min(x(column.left), x(column.right)), y: plan.top, width: column.right - column.left, height: height - plan.top - 1, rx: 9 }),
    text('state-count', 26, String(count)), text('state-name', 44, state));
}

/** An arrow from above, and beside it what creates. */
function birth(made, plan, index, x) {
  const at = x(plan.columns[index].middle);
  const side = isRightToLeft() ? 'end' : 'start';
  return svg('g', {},
    svg('circle', { class: 'dot', cx: at, cy: 7, r: 4.5 }),
    svg('path', { class: 'arrow', d: `M${at} 7V${plan.top - HEAD}` }),
    svg('path', { class: 'head', d: `M${at} ${plan.top}l-4.5 -9h9z` }),
    ...made.map((one, row) => svg('text', { class: 'by', x: x(plan.columns[index].middle + 11), y: 11 + row * 14, 'text-anchor': side, direction: 'ltr' }, one.by)));
}

function passage(lane, y, plan, x) {
  const group = svg('g');
  if (lane.start === lane.end) return loop(group, plan.columns[lane.start].right, y, x);
  const isForward = lane.start < lane.end;
  const from = isForward ? plan.columns[lane.start].right : plan.columns[lane.start].left;
  const to = isForward ? plan.columns[lane.end].left : plan.columns[lane.end].right;
  group.append(svg('path', { class: 'arrow', d: `M${x(from)} ${y}H${x(to - (isForward ? HEAD : -HEAD))}` }), head(to, y, isForward ? -1 : 1, x));
  return group;
}

/** Out of the box and back into it. */
function loop(group, edge, y, x) {
  group.append(svg('path', { class: 'arrow', d: `M${x(edge)} ${y - 7}H${x(edge + 9)}Q${x(edge + 16)} ${y - 7} ${x(edge + 16)} ${y}T${x(edge + 9)} ${y + 7}H${x(edge + HEAD)}` }),
    head(edge, y + 7, 1, x));
  return group;
}

const head = (tip, y, back, x) => svg('path', { class: 'head', d: `M${x(tip)} ${y}L${x(tip + back * 9)} ${y - 4.5}V${y + 4.5}z` });

/** What moves it stands over the arrow, and the reason that it leaves under it. */
function labels(lane, y, plan, x) {
  const isLoop = lane.start === lane.end;
  const left = plan.columns[gapOf(lane)].right;
  const at = isLoop ? left + 21 : left + plan.gaps[gapOf(lane)] / 2;
  const anchor = !isLoop ? 'middle' : isRightToLeft() ? 'end' : 'start';
  const text = (what, kind, dy) => svg('text', { class: kind, x: x(at), y: y + dy, 'text-anchor': anchor, direction: 'ltr' }, what);
  return [text(lane.by, 'by', isLoop ? 4 : -5), ...(lane.reason ? [text(lane.reason, 'why', 12)] : [])];
}
