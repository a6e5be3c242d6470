// What of the report is to be seen: by target, text, provenance and outcome.
const ALL = '';
let wish = { text: '', target: ALL, provenance: ALL, onlyBroken: false };

const columns = () => REPORT.columns.map((column, index) => ({ ...column, index })).filter((column) => wish.target === ALL || column.name === wish.target);
const provenanceOf = (part) => part.provenance.toLowerCase();

/** Whether something with this provenance and these texts is wished for. */
function isWished(part, ...texts) {
  if (wish.provenance !== ALL && provenanceOf(part) !== wish.provenance) return false;
  const words = wish.text.toLowerCase().split(/\s+/).filter((word) => word !== '');
  const text = texts.join(' ').toLowerCase();
  return words.every((word) => text.includes(word));
}

function buildFilter() {
  fill(byId('filter-target'), h('option', { value: ALL }, say('filter.target.all')), REPORT.columns.map((column) => h('option', { value: column.name, selected: column.name === wish.target }, column.name)));
  fill(byId('filter-provenance'), ['', 'documented', 'assumed'].map((kind) => h('option', { value: kind, selected: kind === wish.provenance }, say(kind === ALL ? 'filter.provenance.all' : `provenance.${kind}`))));
}

function readFilter() {
  wish = {
    text: byId('filter-text').value.trim(),
    target: byId('filter-target').value,
    provenance: byId('filter-provenance').value,
    onlyBroken: byId('filter-broken').checked,
  };
}

const isFiltering = () => wish.text !== '' || wish.target !== ALL || wish.provenance !== ALL || wish.onlyBroken;

const provenanceTag = (part) => h(`span.tag.${provenanceOf(part)}`, { title: say(`provenance.${provenanceOf(part)}.means`) }, say(`provenance.${provenanceOf(part)}`));
