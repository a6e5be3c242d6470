// One card for each cause, with a command that shows it.
const keyOf = (chapter, row) => `${chapter.operation} · ${row.status} ${row.answer}`;
const headlinesOf = (chapter, row, index) => REPORT.headlines.filter((headline) => headline.target === REPORT.columns[index].name && headline.rows.includes(keyOf(chapter, row)));

/** How a target did with an answer: kept, broken, asked, or empty. */
function outcome(chapter, row, index) {
  const cell = row.cells[index];
  if (cell.broken > 0) {
    const said = headlinesOf(chapter, row, index);
    return said.length > 0 && said.every((headline) => headline.isQuestion) ? 'asked' : 'broken';
  }
  return cell.kept > 0 ? 'kept' : 'empty';
}

function wishedHeadlines(all) {
  return all.filter((one) => columns().some((column) => column.name === one.target)
    && isWished(one, one.clause, one.place, ...one.rows, one.shown.aspect, one.shown.expected, one.shown.got));
}

function buildHeadlines() {
  const broken = wishedHeadlines(failures());
  byId('causes').hidden = failures().length === 0 && REPORT.walks.length > 0; // Nobody is told "nothing" above a walk that went astray.
  fill(byId('causes'), h('h2', { id: 'causes-title' }, say('causes.title'), broken.length > 0 ? ` (${number(broken.length)})` : ''),
    h('p.hint', {}, say('causes.hint')),
    broken.length > 0 ? h('div.headlines', {}, broken.map(card)) : h('p.card.nothing', {}, sign('kept'), say(isFiltering() && failures().length > 0 ? 'causes.none.match' : 'causes.none')));
  const asked = wishedHeadlines(questions());
  byId('questions').hidden = asked.length === 0;
  fill(byId('questions'), h('h2', { id: 'questions-title' }, say('questions.title'), ` (${number(asked.length)})`), h('p.hint', {}, say('questions.hint')), h('div.headlines', {}, asked.map(card)));
  buildWalks();
  return broken.length + asked.length;
}

function card(one) {
  return h(`article.card.headline${one.isQuestion ? '.question' : ''}`, { tabindex: -1, id: idOf(one) },
    h('header', {}, h('h3', {}, told(one.clause)),
      h('span.tag.target', {}, told(one.target)), h('span.tag.times', {}, sayMany('cases', one.count)), provenanceTag(one), code(one.place)),
    one.rows.length === 1 ? h('p.what', {}, told(one.rows[0])) : null,
    h('div.differences', {}, difference(one.shown)),
    curl(one.curl),
    one.rows.length > 1 ? h('details.seen', {}, h('summary', {}, sayMany('seen', one.rows.length)), h('ul', {}, one.rows.map((row) => h('li', {}, told(row))))) : null);
}

const idOf = (one) => `cause-${REPORT.headlines.indexOf(one)}`;

const difference = (each) => h('div.difference', {},
  h('p.aspect', {}, told(each.aspect)),
  h('p.expected', {}, h('small', {}, say('expected')), code(each.expected)),
  h('p.got', {}, h('small', {}, say('got')), code(each.got)));

function curl(line) {
  const text = h('pre', { dir: 'ltr', tabindex: 0, 'aria-label': say('curl') }, line);
  const button = h('button.quiet.copy', { type: 'button', onclick: () => copy(line, text, button) }, say('copy'));
  return h('div.curl', {}, text, button);
}

/** Into the clipboard; where that is forbidden, the text is selected, so that a key does it. */
async function copy(line, text, button) {
  try {
    await navigator.clipboard.writeText(line);
    button.textContent = say('copied');
  } catch {
    getSelection().selectAllChildren(text);
    button.textContent = say('copy.by-key');
  }
}

function buildWalks() {
  const walks = REPORT.walks.filter((walk) => columns().some((column) => column.name === walk.target) && isWished({ provenance: wish.provenance }, walk.place, walk.difference, ...walk.steps));
  byId('walks').hidden = walks.length === 0;
  fill(byId('walks'), h('h2', { id: 'walks-title' }, say('walks.title'), ` (${number(walks.length)})`), h('p.hint', {}, say('walks.hint')),
    h('div.headlines', {}, walks.map((walk) => h('article.card.headline', { tabindex: -1 },
      h('header', {}, h('h3', {}, told(walk.difference)), h('span.tag.target', {}, told(walk.target)), code(walk.place)),
      h('ol.what', {}, walk.steps.map((step, index) => h('li', {}, `${index + 1}. `, told(step)))), curl(walk.curl)))));
}
