// The verdict in one sentence, and how each target did.
const failures = () => REPORT.headlines.filter((headline) => !headline.isQuestion);
const questions = () => REPORT.headlines.filter((headline) => headline.isQuestion);
const isBroken = () => failures().length > 0 || REPORT.walks.length > 0;

function buildHero() {
  const kind = isBroken() ? 'broken' : questions().length > 0 ? 'asked' : 'kept';
  const sentence = kind === 'broken' ? sayMany('verdict.broken', failures().length + REPORT.walks.length)
    : kind === 'asked' ? sayMany('verdict.asked', questions().length) : say('verdict.kept');
  const played = REPORT.columns.reduce((sum, column) => sum + column.played, 0);
  document.title = `${sentence} – ${REPORT.run.contract.title}`;
  fill(byId('contract-name'), told(REPORT.run.contract.title));
  fill(byId('hero'),
    h('div.verdict', {}, seal(kind), h('div', {}, h('h1', { id: 'verdict' }, sentence),
      h('p', {}, say('verdict.sum', { cases: sayMany('cases', played), time: seconds(REPORT.run.seconds) })))),
    h('div.gauges', {}, REPORT.columns.map(gauge)));
}

/** A circle, a diamond or an octagon: what happened can be told without colour. */
function seal(kind) {
  const shapes = { kept: 'M32 3a29 29 0 1 0 .1 0z', asked: 'M32 2L62 32L32 62L2 32z', broken: 'M20 3H44L61 20V44L44 61H20L3 44V20z' };
  const signs = { kept: 'M19 33l9 9L46 23', asked: 'M25 26a7.5 7.5 0 1 1 11 6.6c-3 1.6-4 3-4 6M32 46v.5', broken: 'M22 22L42 42M42 22L22 42' };
  const colour = { kept: 'kept', asked: 'asked', broken: 'broken' }[kind];
  return svg('svg', { viewBox: '0 0 64 64', 'aria-hidden': 'true', class: `seal ${colour}` },
    svg('path', { d: shapes[kind], fill: `var(--${colour}-fill)` }),
    svg('path', { d: signs[kind], fill: 'none', stroke: '#fff', 'stroke-width': 5.5, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }));
}

function gauge(column, index) {
  const cells = REPORT.chapters.flatMap((chapter) => chapter.rows.map((row) => row.cells[index]));
  const rows = ['kept', 'asked', 'broken', 'empty'].map((kind) => ({ kind, n: REPORT.chapters.flatMap((chapter) => chapter.rows.filter((row) => outcome(chapter, row, index) === kind)).length }));
  const of = (kind) => rows.find((row) => row.kind === kind).n;
  let at = 0;
  const bars = rows.filter((row) => row.n > 0).map(({ kind, n }) => {
    const bar = svg('rect', { x: at, y: 0, width: n, height: 10, fill: kind === 'empty' ? 'var(--line)' : `var(--${kind}-fill)` });
    at += n;
    return bar;
  });
  return h('article.card.gauge', {},
    h('h3', {}, told(column.name)),
    h('p.hint', {}, column.address ? code(column.address) : say(column.kind === 'EXAMPLES' ? 'target.examples' : 'target.house')),
    svg('svg', { viewBox: `0 0 ${cells.length} 10`, preserveAspectRatio: 'none', 'aria-hidden': 'true' }, bars),
    h('p', {}, h('span.figure', {}, h('bdi', { dir: 'ltr' }, `${number(of('kept'))} / ${number(cells.length)}`)), ' ', h('span.hint', {}, say('target.kept'))),
    h('p.hint', {}, [['broken', 'target.broken'], ['asked', 'target.asked'], ['empty', 'target.empty']].filter(([kind]) => of(kind) > 0).map(([kind, key]) => say(key, { n: number(of(kind)) })).join(' · ') || sayMany('cases', column.played)));
}

const seconds = (time) => (time < 90 ? say('seconds', { n: Number(time).toFixed(time < 10 ? 1 : 0) }) : say('minutes', { n: Math.round(time / 60) }));

function buildFacts() {
  const { run } = REPORT;
  const parts = [
    ['fact.contract', [told(run.contract.version), ' · ', code(run.contract.file)]],
    ['fact.sha', code(run.contract.sha256)],
    ['fact.parts', [number(run.contract.parts), ' · ', code(run.contract.partsSha256.slice(0, 16) + '…')]],
    ['fact.started', code(run.startedAt.replace('T', ' ').replace(/([.]\d+)?Z$/, ' UTC'))],
    ['fact.kit', code(run.kit)],
    ['fact.seed', [code(run.seed), ' · ', say('fact.budget', { n: number(run.budget) })]],
    ['fact.walks', run.walks > 0 ? number(run.walks) : say('none')],
    ['fact.mode', [say(run.readOnly ? 'fact.mode.read-only' : 'fact.mode.full'), run.only.length > 0 ? [' · ', code(run.only.join(', '))] : null].flat()],
  ];
  fill(byId('facts'), parts.map(([key, value]) => h('dl', {}, h('dt', {}, say(key)), h('dd', {}, value))));
}
