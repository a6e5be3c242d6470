// Starts the page: language, tabs, tenant, and the pulse that keeps everything fresh.
import { byId, fill, h } from '/__console/dom.js';
import { LANGUAGES, language, say, speak, wishedLanguage } from '/__console/words.js';
import { hear, isClockKnown, isFrozen, meetMock, mock, tell, tenantName, tenantTime } from '/__console/mock.js';
import { clockTime } from '/__console/text.js';
import { startPulse } from '/__console/pulse.js';
import { openTab, startTabs } from '/__console/tabs.js';
import { startTenants } from '/__console/tenants.js';
import { startRequests } from '/__console/requests.js';
import { startSessions } from '/__console/sessions.js';
import { startClock } from '/__console/clock.js';
import { startCatalogue } from '/__console/catalogue.js';
import { startFaults } from '/__console/faults.js';
import { startContract } from '/__console/contract.js';

async function changeLanguage() {
  await speak(LANGUAGES.find((other) => other !== language()));
  keepAddress();
  showBar();
  tell('language');
}

/** The address names tenant and language, so that it can be sent to somebody. */
function keepAddress() {
  const address = new URL(location.href);
  address.searchParams.set('tenant', tenantName());
  address.searchParams.set('lang', language());
  history.replaceState(null, '', address);
}

function showBar() {
  const other = LANGUAGES.find((one) => one !== language());
  fill(byId('language'), h('span', { lang: other }, other === 'ar' ? 'العربية' : 'English'));
  const served = mock();
  if (served) {
    fill(byId('title'), served.title);
    fill(byId('version'), `${served.version} · ${served.document}`);
  }
  document.title = `${say('page')} · ${tenantName()}`;
  showTime();
}

function showTime() {
  byId('clock-chip-time').textContent = isClockKnown() ? clockTime(tenantTime(), false) : '--:--:--';
  byId('clock-chip-state').textContent = isFrozen() ? say('clock.frozen') : '';
  byId('clock-chip-state').className = isFrozen() ? 'mark stubbed' : '';
}

async function start() {
  await speak(wishedLanguage());
  byId('language').addEventListener('click', changeLanguage);
  byId('clock-chip').addEventListener('click', () => openTab('clock', true));
  hear('tenant-chosen', () => { keepAddress(); showBar(); });
  hear('mock', showBar);
  hear('clock', showTime);
  for (const begin of [startTabs, startTenants, startRequests, startSessions, startClock, startCatalogue, startFaults, startContract]) begin();
  showBar();
  setInterval(showTime, 1000);
  startPulse(meetMock);
}

start();
