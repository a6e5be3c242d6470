// Puts the page together, and again whenever another language or another filter is wished for.
function build() {
  fill(byId('language'), spoken === 'en' ? 'العربية' : 'English');
  byId('language').lang = spoken === 'en' ? 'ar' : 'en';
  buildHero();
  buildFilter();
  show();
  buildFacts();
}

function show() {
  const cards = buildHeadlines();
  const rows = buildMatrix();
  buildCycles();
  buildClauses();
  byId('filter-told').textContent = isFiltering() ? say('filter.told', { cards: number(cards), rows: number(rows) }) : '';
  const links = [...document.querySelectorAll('main > section[id]:not(#hero):not([hidden])')].map((section) => h('a', { href: `#${section.id}` }, section.querySelector('h2').firstChild.textContent));
  fill(byId('jumps'), links);
}

byId('language').addEventListener('click', () => {
  speak(spoken === 'en' ? 'ar' : 'en');
  build();
});
byId('filter').addEventListener('input', () => {
  readFilter();
  show();
});
byId('filter').addEventListener('submit', (event) => event.preventDefault());
byId('filter').addEventListener('reset', () => setTimeout(() => {
  readFilter();
  show();
}));

speak(wishedLanguage());
build();
