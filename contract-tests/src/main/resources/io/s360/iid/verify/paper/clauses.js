// How well each clause of the contract was tried on each target.
const STEP = 25;
let most = STEP;

function buildClauses() {
  byId('clauses').hidden = REPORT.clauses.length === 0;
  if (REPORT.clauses.length === 0) return;
  const shown = columns().filter((column) => column.kind !== 'EXAMPLES');
  const wished = REPORT.clauses.filter((clause) => isWished(clause, clause.id, clause.words, clause.place) && (!wish.onlyBroken || shown.some((column) => !isCovered(clause.cells[column.index]))));
  fill(byId('clauses'), h('h2', { id: 'clauses-title' }, say('clauses.title'), ` (${number(wished.length)})`), h('p.hint', {}, say('clauses.hint')),
    h('div.meters', {}, shown.map((column) => meter(column, wished))),
    h('div.card.sheet', {}, table(wished.slice(0, most), shown),
      wished.length > most ? h('button.quiet.more', { type: 'button', onclick: () => { most += STEP * 10; buildClauses(); } }, say('clauses.more', { n: number(wished.length - most) })) : null));
}

const isCovered = (trial) => trial && trial.satisfied > 0 && trial.violated > 0;

function meter(column, clauses) {
  const both = clauses.filter((clause) => isCovered(clause.cells[column.index])).length;
  return h('article.card', {}, h('h3', {}, told(column.name)), h('p', {}, h('bdi', { dir: 'ltr' }, `${number(both)} / ${number(clauses.length)}`), ' ', h('span.hint', {}, say('clauses.both'))));
}

function table(clauses, shown) {
  return h('table.clauses', {},
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, say('clauses.clause')), h('th', { scope: 'col' }, say('clauses.place')), shown.map((column) => h('th', { scope: 'col' }, told(column.name))))),
    h('tbody', {}, clauses.map((clause) => h('tr', {},
      h('td.words', {}, told(clause.words), ' ', provenanceTag(clause)), h('td', {}, code(clause.place)),
      shown.map((column) => h('td', {}, trial(clause.cells[column.index])))))));
}

const trial = (one) => (one ? [tried('clauses.satisfied', one.satisfied), ' · ', tried('clauses.violated', one.violated)] : '–');
const tried = (key, n) => h(n > 0 ? 'span' : 'span.no', {}, `${say(key)} ${number(n)}`);
