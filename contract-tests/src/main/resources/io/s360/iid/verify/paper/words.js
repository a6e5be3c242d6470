// The words of the page in two languages, and which of them is spoken.
const WORDS = JSON.parse(byId('words').textContent);
const REPORT = JSON.parse(byId('report').textContent);
const KEY = 's360-verify-language';
let spoken = 'en';

const isRightToLeft = () => spoken === 'ar';
const number = (value) => Number(value).toLocaleString('en');

/** The text of a key; {name} in it takes the value of that name. */
function say(key, values = {}) {
  const text = WORDS[spoken][key] ?? key;
  return text.replace(/\{(\w+)\}/g, (hole, name) => (name in values ? String(values[name]) : hole));
}

/** The text for so many of something, in the plural form that the language has for it. */
function sayMany(key, n) {
  const form = `${key}.${new Intl.PluralRules(spoken).select(n)}`;
  return say(form in WORDS[spoken] ? form : `${key}.other`, { n: number(n) });
}

function wishedLanguage() {
  const wishes = [new URLSearchParams(location.search).get('lang'), remembered(), navigator.language?.slice(0, 2)];
  return wishes.find((wish) => wish in WORDS) ?? 'en';
}

function speak(wish) {
  spoken = wish;
  remember(wish);
  document.documentElement.lang = wish;
  document.documentElement.dir = isRightToLeft() ? 'rtl' : 'ltr';
  for (const element of document.querySelectorAll('[data-say]')) element.textContent = say(element.dataset.say);
  for (const element of document.querySelectorAll('[data-say-label]')) element.setAttribute('aria-label', say(element.dataset.sayLabel));
  for (const element of document.querySelectorAll('[data-say-placeholder]')) element.placeholder = say(element.dataset.sayPlaceholder);
}

// A browser may forbid storage to a page from a disk; then the choice lasts as long as the page.
function remembered() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function remember(wish) {
  try {
    localStorage.setItem(KEY, wish);
  } catch {
    // It is asked again next time.
  }
}
