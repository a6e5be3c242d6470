// Every answer of every operation, by target; walked with the arrow keys.
const opened = new Set();
let isFirstLook = true;

function buildMatrix() {
  if (isFirstLook) openTroubled();
  isFirstLook = false;
  const chapters = REPORT.chapters.map((chapter) => ({ chapter, rows: wishedRows(chapter) })).filter(({ rows }) => rows.length > 0);
  const shown = columns();
  const isAllOpen = chapters.every(({ chapter }) => opened.has(chapter.operation));
  const told = h('p.told', { role: 'status', id: 'matrix-told' }, say('matrix.keys'));
  const table = h('table.answers', { role: 'grid', 'aria-labelledby': 'matrix-title', onkeydown: walk, onfocusin: (event) => tell(event, told) },
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, say('matrix.answer')), shown.map((column) => h('th', { scope: 'col' }, h('bdi', {}, column.name))))),
    chapters.map(({ chapter, rows }) => part(chapter, rows, shown)));
  fill(byId('matrix'), h('h2', { id: 'matrix-title' }, say('matrix.title')), h('p.hint', {}, say('matrix.hint')),
    h('div.legend', {}, ['kept', 'broken', 'asked', 'empty'].map((kind) => h('span', {}, h(`i.sq.${kind}`, {}), say(`outcome.${kind}`))),
      h('button.quiet', { type: 'button', id: 'matrix-all', onclick: () => openAll(chapters, !isAllOpen) }, say(isAllOpen ? 'matrix.close' : 'matrix.open'))),
    chapters.length > 0 ? h('div.card.sheet', {}, table, told) : h('p.card.hint', {}, say('matrix.none')));
  const first = table.querySelector('button');
  if (first) first.tabIndex = 0;
  return chapters.reduce((sum, { rows }) => sum + rows.length, 0);
}

/** What needs a look stands open, unless that is more than one look. */
function openTroubled() {
  const troubled = REPORT.chapters.filter(hasTrouble);
  if (troubled.length <= 2) troubled.forEach((chapter) => opened.add(chapter.operation));
}

const isTrouble = (kind) => kind === 'broken' || kind === 'asked';
const hasTrouble = (chapter) => chapter.rows.some((row) => row.cells.some((cell) => cell.broken > 0));

const wishedRows = (chapter) => chapter.rows.filter((row) => isWished(row, chapter.operation, chapter.path, chapter.summary, row.status, row.answer, row.place)
  && (!wish.onlyBroken || columns().some((column) => isTrouble(outcome(chapter, row, column.index)))));

function part(chapter, rows, shown) {
  const isOpen = opened.has(chapter.operation);
  return h('tbody', { 'data-operation': chapter.operation },
    h('tr.chapter', {},
      h('th', { scope: 'rowgroup' }, h('button', { type: 'button', tabindex: -1, 'aria-expanded': String(isOpen), title: `${chapter.method} ${chapter.path}`, onclick: () => toggle(chapter) }, h('bdi', { dir: 'ltr' }, chapter.operation))),
      shown.map((column) => h('td', {}, strip(chapter, rows, column)))),
    rows.map((row) => h('tr.row', { hidden: !isOpen },
      h('th', { scope: 'row' }, h('bdi', { dir: 'ltr' }, h('span.status', {}, String(row.status)), row.answer), ' ', provenanceTag(row)),
      shown.map((column) => h('td', {}, cell(chapter, row, column))))));
}

function strip(chapter, rows, column) {
  const kinds = rows.map((row) => outcome(chapter, row, column.index));
  const of = (kind) => kinds.filter((one) => one === kind).length;
  const sum = ['kept', 'broken', 'asked', 'empty'].filter((kind) => of(kind) > 0).map((kind) => `${say(`outcome.${kind}`)}: ${of(kind)}`).join(', ');
  return h('button.strip', { type: 'button', tabindex: -1, 'aria-label': `${column.name}, ${chapter.operation}. ${sum}`, onclick: () => toggle(chapter) },
    kinds.map((kind, index) => h(`i.sq.${kind}`, { title: `${rows[index].status} ${rows[index].answer}` })));
}

function cell(chapter, row, column) {
  const { kept: good, broken, notReached, why } = row.cells[column.index];
  const kind = outcome(chapter, row, column.index);
  const text = broken > 0 ? `${broken} / ${good + broken}` : kind === 'kept' ? number(good) : '–';
  const words = `${column.name}: ${chapter.operation}, ${row.status} ${row.answer}. ${say(`outcome.${kind}`)}${broken > 0 ? ` (${broken} / ${good + broken})` : good > 0 ? ` (${sayMany('cases', good)})` : ''}${notReached > 0 && why ? `. ${why}` : ''}. ${row.place}`;
  return h(`button.cell.${kind}`, { type: 'button', tabindex: -1, 'aria-label': words, onclick: () => showCause(chapter, row, column.index) }, sign(kind), h('bdi', { dir: 'ltr' }, text));
}

/** Leads from a broken cell to what is said about it. */
function showCause(chapter, row, index) {
  const [first] = headlinesOf(chapter, row, index);
  const found = first && byId(idOf(first));
  if (!found) return;
  found.scrollIntoView({ block: 'start' });
  found.focus({ preventScroll: true });
}

function toggle(chapter) {
  if (!opened.delete(chapter.operation)) opened.add(chapter.operation);
  buildMatrix();
  const button = byId('matrix').querySelector(`tbody[data-operation="${CSS.escape(chapter.operation)}"] button`);
  button?.focus();
}

function openAll(chapters, isOpen) {
  for (const { chapter } of chapters) {
    if (isOpen) opened.add(chapter.operation);
    else opened.delete(chapter.operation);
  }
  buildMatrix();
  byId('matrix-all').focus();
}

function tell(event, box) {
  const button = event.target.closest('button');
  if (!button) return;
  for (const other of event.currentTarget.querySelectorAll('button[tabindex="0"]')) other.tabIndex = -1;
  button.tabIndex = 0;
  if (button.ariaLabel) box.textContent = button.ariaLabel;
}

function walk(event) {
  const rows = [...event.currentTarget.querySelectorAll('tbody tr:not([hidden])')].map((row) => [...row.cells].map((one) => one.querySelector('button')));
  const y = rows.findIndex((row) => row.includes(event.target));
  if (y < 0) return;
  const x = rows[y].indexOf(event.target);
  const right = isRightToLeft() ? -1 : 1;
  const moves = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, right], ArrowLeft: [0, -right], Home: [0, -x], End: [0, rows[y].length - 1 - x] };
  const move = moves[event.key];
  if (!move) return;
  event.preventDefault();
  let at = y + move[0];
  // The name of an answer is no button: the way down its column goes past it.
  while (rows[at] && !rows[at][x + move[1]] && move[0] !== 0) at += move[0];
  rows[at]?.[x + move[1]]?.focus();
}
