// Tells those who listen rather than look of new requests: in one sentence, and at most every few seconds.
import { say } from '/__console/words.js';
import { isOpen } from '/__console/tabs.js';

const EVERY = 5000;
let place = null;
let heard = [];
let timer = 0;

export function startNews(element) {
  place = element;
}

export function tellNews(requests) {
  heard.push(...requests);
  if (heard.length > 0 && timer === 0) timer = setTimeout(speakUp, EVERY);
}

function speakUp() {
  timer = 0;
  const refused = heard.filter((request) => request.verdict === 'refused').length;
  if (isOpen('requests')) place.textContent = say('requests.news', { all: heard.length, refused });
  heard = [];
}
