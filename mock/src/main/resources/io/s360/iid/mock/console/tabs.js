// The tabs: one is open; arrow keys move between them in the direction of the script.
import { byId } from '/__console/dom.js';
import { isRightToLeft } from '/__console/words.js';
import { tell } from '/__console/mock.js';

const tabs = () => [...document.querySelectorAll('[role="tab"]')];
const nameOf = (tab) => tab.id.slice('tab-'.length);
let open = '';

export const isOpen = (name) => open === name;

export function openTab(name, focus = false) {
  const chosen = byId(`tab-${name}`) ? name : 'requests';
  open = chosen;
  for (const tab of tabs()) {
    const isChosen = nameOf(tab) === chosen;
    tab.setAttribute('aria-selected', String(isChosen));
    tab.tabIndex = isChosen ? 0 : -1;
    byId(`panel-${nameOf(tab)}`).hidden = !isChosen;
    if (isChosen && focus) tab.focus();
    if (isChosen) tab.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
  if (location.hash !== `#${chosen}`) history.replaceState(null, '', `#${chosen}`);
  tell('tab', chosen);
}

function move(event) {
  const list = tabs();
  const here = list.indexOf(event.target);
  const forward = isRightToLeft() ? 'ArrowLeft' : 'ArrowRight';
  const back = isRightToLeft() ? 'ArrowRight' : 'ArrowLeft';
  const to = { [forward]: here + 1, [back]: here - 1, Home: 0, End: list.length - 1 }[event.key];
  if (here < 0 || to === undefined) return;
  event.preventDefault();
  openTab(nameOf(list[(to + list.length) % list.length]), true);
}

export function startTabs() {
  document.querySelector('[role="tablist"]').addEventListener('keydown', move);
  for (const tab of tabs()) tab.addEventListener('click', () => openTab(nameOf(tab)));
  window.addEventListener('hashchange', () => openTab(location.hash.slice(1)));
  openTab(location.hash.slice(1) || 'requests');
}
