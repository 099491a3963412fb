import ashmarBrigade from './ashmar-brigade-martyrs.txt?raw';
import bridgeLog from './bridge-log-without-year.txt?raw';
import rescueNote from './civil-rescue-corps-note-31.md?raw';
import droneStrike from './corvane-drone-kills-driver.html?raw';
import marketShelled from './corvane-shells-hit-marjouna-market.html?raw';
import convoy from './dervah-monitor-convoy.html?raw';
import hospitalList from './dervah-monitor-hospital-list.html?raw';
import fiveToSeven from './northline-five-to-seven.md?raw';
import grainStore from './northline-grain-store.md?raw';
import courier from './ostavel-courier-market-attack.html?raw';
import portAnsel from './port-ansel-market-shelled.html?raw';
import sawtAshmar from './sawt-ashmar-nine-dead.html?raw';
import denial from './velhara-radio-ministry-denies.txt?raw';

/** Articles written for this program about an invented conflict, as files that somebody might have saved. One came twice. */
export const sampleFiles = {
  'ashmar-brigade-martyrs.txt': ashmarBrigade,
  'bridge-log-without-year.txt': bridgeLog,
  'civil-rescue-corps-note-31.md': rescueNote,
  'corvane-drone-kills-driver.html': droneStrike,
  'corvane-shells-hit-marjouna-market.html': marketShelled,
  'corvane-shells-hit-marjouna-market (1).html': marketShelled,
  'dervah-monitor-convoy.html': convoy,
  'dervah-monitor-hospital-list.html': hospitalList,
  'northline-five-to-seven.md': fiveToSeven,
  'northline-grain-store.md': grainStore,
  'ostavel-courier-market-attack.html': courier,
  'port-ansel-market-shelled.html': portAnsel,
  'sawt-ashmar-nine-dead.html': sawtAshmar,
  'velhara-radio-ministry-denies.txt': denial,
} as const satisfies Readonly<Record<string, string>>;

/** The name of a file of the sample case. */
export type SampleFile = keyof typeof sampleFiles;
