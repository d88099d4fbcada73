/**
 * What any engine must do. Run on every engine, unchanged; if an engine cannot pass, the engine is wrong, or the door
 * (engine/engine.ts) promises too much.
 */
import { describeBest } from './best-contract.js';
import { describeBuilds } from './build-contract.js';
import { describeCatalogue } from './catalogue-contract.js';
import type { EngineUnderTest } from './engine-under-test.js';
import { describeGroups } from './group-contract.js';
import { describeOrder } from './order-contract.js';
import { describeOthers } from './others-contract.js';
import { describeReadings } from './readings-contract.js';
import { describeSearch } from './search-contract.js';
import { describeSeries } from './series-contract.js';
import { describeStretches } from './stretch-contract.js';
import { describeSuggestions } from './suggestions-contract.js';
import { describeWays } from './ways-contract.js';

/**
 * @param start  A place for an index, with none in it.
 * @param runs   Of the property that makes an index each: fewer where that takes seconds.
 */
export function describeEngine(name: string, start: () => Promise<EngineUnderTest>, runs = 25): void {
  describeSearch(name, start);
  describeWays(name, start);
  describeOthers(name, start);
  describeOrder(name, start);
  describeGroups(name, start);
  describeBest(name, start);
  describeSeries(name, start);
  describeCatalogue(name, start);
  describeSuggestions(name, start);
  describeStretches(name, start);
  describeReadings(name, start);
  describeBuilds(name, start, runs);
}
