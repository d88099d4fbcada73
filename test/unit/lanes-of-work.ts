/** Lanes over work that is done when it is told to be. */
import { NEVER, type Patience } from '../../server/answer/deadline.js';
import { type LaneName, openLanes } from '../../server/http/lanes.js';

export const busy = new Error('busy');
export const left = new Error('left');
const COST = { cheap: 10, dear: 100 } as const;
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export function lanesWith(places: number, mostWaiting = 1000, ahead = 0) {
  const lanes = openLanes({ places, ahead, mostWaiting, refuse: () => busy, giveUp: () => left });
  /** What was begun, in order. */
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const ask = (
    name: string,
    {
      patience = { until: NEVER },
      isBegun = false,
      cost,
    }: { patience?: Patience; isBegun?: boolean; cost?: number } = {},
  ): Promise<string> => {
    const lane: LaneName = name.startsWith('dear') ? 'dear' : 'cheap';
    const whole = cost ?? COST[lane];
    const run = (): Promise<string> =>
      new Promise((resolve) => {
        begun.push(name);
        ends.set(name, () => resolve(name));
      });
    const asked = lanes.ask({ lane, cost: whole, whole, patience, run }, isBegun);
    asked.catch(() => undefined);
    return asked;
  };
  /** Ends what runs, one after the other, until nothing is left. */
  const drain = async (): Promise<void> => {
    for (const name of begun) {
      ends.get(name)?.();
      await settled();
    }
  };
  return { lanes, begun, ends, ask, drain };
}

export const names = (lane: LaneName, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${lane} ${i}`);
