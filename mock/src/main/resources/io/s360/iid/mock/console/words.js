// The words of the page, one file per language, and which language it is.

export const LANGUAGES = ['en', 'ar'];
const KEY = 's360-console-language';
let words = {};
let spoken = 'en';

export const language = () => spoken;
export const isRightToLeft = () => spoken === 'ar';

/** The text of a key; {name} in it takes the value of that name. */
export function say(key, values = {}) {
  const text = words[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (hole, name) => (name in values ? String(values[name]) : hole));
}

/** The language that the address asks for, else the one chosen before, else the browser's. */
export function wishedLanguage() {
  const wishes = [new URLSearchParams(location.search).get('lang'), remembered(), navigator.language?.slice(0, 2)];
  return wishes.find((wish) => LANGUAGES.includes(wish)) ?? 'en';
}

/** Loads a language and puts it on the page and whatever stands in it already. */
export async function speak(wish) {
  const answer = await fetch(`/__console/words/${wish}.json`);
  if (!answer.ok) throw new Error(`words: ${answer.status}`);
  words = await answer.json();
  spoken = wish;
  remember(wish);
  document.documentElement.lang = wish;
  document.documentElement.dir = isRightToLeft() ? 'rtl' : 'ltr';
  translate(document);
}

/** Fills the elements that name their words by data-say, data-say-label and data-say-placeholder. */
export function translate(root) {
  for (const element of root.querySelectorAll('[data-say]')) element.textContent = say(element.dataset.say);
  for (const element of root.querySelectorAll('[data-say-label]')) element.setAttribute('aria-label', say(element.dataset.sayLabel));
  for (const element of root.querySelectorAll('[data-say-placeholder]')) element.placeholder = say(element.dataset.sayPlaceholder);
}

// A browser may forbid storage; then the choice lasts as long as the page.
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
    // The address still carries it.
  }
}
