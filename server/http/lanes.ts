/**
 * The queue before the answer threads: two lanes, so that cheap questions pass dear ones.
 *
 * Dear work never has all places at once where there is more than one; on the others both lanes have their share of the time,
 * dear work a quarter: so it waits, and is not starved. Inside a lane the first comes first. What is asked is begun in time or
 * refused at once, by how long such work took lately.
 *
 * Where there is cheap work alone, some of it is handed over before a place is free: who has a place then goes on at once, and does
 * not wait until this thread has time to hand it the next. That is a twentieth of a question's processor time.
 */
import { clock, type Moment, type Patience } from '../answer/deadline.js';

export interface LaneTask<Result> {
  readonly lane: LaneName;
  /** In the unit of `cost.ts`. */
  readonly cost: number;
  /** The same, with what will be asked for the same request behind it. */
  readonly whole: number;
  readonly patience: Patience;
  /** Begins it; settles when its place is free again. */
  run(): Promise<Result>;
}

export interface Lanes {
  /**
   * @param isBegun  It goes on with what was begun for the same request: it is not refused, and stands before others.
   * @throws what `refuse` gives where it cannot be begun in time, or was not; what `giveUp` gives when nobody waits any more.
   */
  ask<Result>(task: LaneTask<Result>, isBegun?: boolean): Promise<Result>;
  /** Whether work of that cost in all, asked now, would be refused. */
  isFull(whole: number, lane: LaneName, patience: Patience): boolean;
  readonly waiting: number;
}

export interface LanesOptions {
  readonly places: number;
  /** Cheap work that is handed over beyond them. */
  readonly ahead?: number;
  /** In each lane. */
  readonly mostWaiting: number;
  readonly refuse: () => Error;
  readonly giveUp: () => Error;
}

/**
 * Past this, what is asked is dear: some three usual questions and a half. Of 1,301 whole sentences that people ask, one in 14 is; so few
 * are refused beside 40 of the dearest, of which cheap work passes most: past 50 it waits with them, 160 ms for 25.
 */
export const DEAR = 42;
/** ms in which work is begun; dear work as its deadline allows, too. */
const PROMISE = 500;
/**
 * So many wait in a lane for each place of the machine, however slow it is: a handful of readers is served late, not refused,
 * whatever they ask. After a new index is read, all of them may come to wait behind dear work.
 */
const READERS = 8;
/** How much more of the time cheap work has than dear work, where both wait. */
const CHEAP_SHARE = 3;
/** ms that one of cost takes, before any was measured. */
const FIRST_PACE = 1;
/** By which what was measured is followed: to the middle of what there was, whatever a single one took. */
const STEP = 1.05;
/** Of less, the way to a thread and back is most of the time. */
const TELLING = 5;

export type LaneName = 'cheap' | 'dear';

interface Waiting {
  readonly lane: LaneName;
  readonly cost: number;
  readonly whole: number;
  start(): void;
}

interface Lane {
  readonly waiting: Waiting[];
  /** What runs, and since when. */
  readonly running: Map<Waiting, Moment>;
  /** Cost that was begun, by its share; comparable with the other lane's while both wait. */
  spent: number;
  /** The same before what was begun last: where the time of both is. */
  reached: number;
  pace: number;
}

export function laneOf(cost: number): LaneName {
  return cost > DEAR ? 'dear' : 'cheap';
}

/** Places that dear work may have. */
export function dearPlaces(places: number): number {
  return Math.max(1, Math.min(places - 1, Math.ceil((3 * places) / 4)));
}

export function openLanes({ places, ahead = 0, mostWaiting, refuse, giveUp }: LanesOptions): Lanes {
  const open = (): Lane => ({ waiting: [], running: new Map(), spent: 0, reached: 0, pace: FIRST_PACE });
  const lanes = { cheap: open(), dear: open() };
  const share = { cheap: CHEAP_SHARE, dear: 1 };
  const most = { cheap: places, dear: dearPlaces(places) };
  /** Cheap, in the order of their handing over. */
  const handedOver = new Set<Waiting>();

  const mayBegin = (name: LaneName): boolean =>
    lanes[name].waiting.length > 0 && lanes[name].running.size < most[name];
  const isPlaceFree = (): boolean => lanes.cheap.running.size + lanes.dear.running.size < places;
  const next = (): Waiting | undefined => {
    if (!isPlaceFree()) {
      const isCheapAlone = lanes.dear.waiting.length === 0 && lanes.dear.running.size === 0;
      return isCheapAlone && handedOver.size < ahead ? lanes.cheap.waiting.shift() : undefined;
    }
    if (!mayBegin('dear')) return lanes.cheap.waiting.shift();
    if (!mayBegin('cheap')) return lanes.dear.waiting.shift();
    return lanes[lanes.cheap.spent <= lanes.dear.spent ? 'cheap' : 'dear'].waiting.shift();
  };
  const begin = (): void => {
    for (let one = next(); one !== undefined; one = next()) {
      const lane = lanes[one.lane];
      lane.reached = lane.spent;
      lane.spent += one.cost / share[one.lane];
      one.start();
    }
  };
  /** Places that a lane has the time of: where both want them, those that they share go by share. */
  const placesOf = (name: LaneName): number => {
    if (name === 'cheap') {
      const { waiting, running } = lanes.dear;
      const isShared = waiting.length > 0 || running.size > 0;
      return isShared ? places - most.dear / (1 + CHEAP_SHARE) : places;
    }
    return lanes.cheap.waiting.length > 0 ? most.dear / (1 + CHEAP_SHARE) : most.dear;
  };
  /** ms of what runs and waits before one that comes now. */
  const waitOf = (name: LaneName): number => {
    const { waiting, running, pace } = lanes[name];
    const now = clock();
    let before = 0;
    for (const { whole } of waiting) before += whole * pace;
    if (name === 'cheap') for (const { whole } of handedOver) before += whole * pace;
    for (const [{ whole }, since] of running) before += Math.max(0, whole * pace - (now - since));
    return before / placesOf(name);
  };
  const isFull = (whole: number, name: LaneName, { until, isAhead }: Patience): boolean => {
    const { waiting, running, pace } = lanes[name];
    if (isAhead || (waiting.length === 0 && running.size < most[name])) return false;
    if (waiting.length >= mostWaiting) return true;
    const wait = waitOf(name);
    if (name === 'dear' && wait + whole * pace > until - clock()) return true;
    return waiting.length >= READERS * places && wait > PROMISE;
  };
  const take = (one: Waiting): void => {
    if (isPlaceFree()) lanes[one.lane].running.set(one, clock());
    else handedOver.add(one);
  };
  /** Which thread has what was handed over is not known here: the first of it has the place. */
  const leavePlace = (one: Waiting): void => {
    const lane = lanes[one.lane];
    const since = lane.running.get(one);
    lane.running.delete(one);
    if (handedOver.delete(one) || since === undefined) return;
    follow(lane, one.cost, clock() - since);
    const [first] = handedOver;
    if (first === undefined) return;
    handedOver.delete(first);
    take(first);
  };
  const follow = (lane: Lane, cost: number, took: number): void => {
    if (cost < TELLING) return;
    lane.pace *= took > cost * lane.pace ? STEP : 1 / STEP;
  };

  return {
    isFull,
    get waiting() {
      return lanes.cheap.waiting.length + lanes.dear.waiting.length;
    },
    ask<Result>(
      { lane: name, cost, whole, patience, run }: LaneTask<Result>,
      isBegun = false,
    ): Promise<Result> {
      const [lane, other] = name === 'cheap' ? [lanes.cheap, lanes.dear] : [lanes.dear, lanes.cheap];
      if (patience.left?.aborted) return Promise.reject(giveUp());
      if (!isBegun && isFull(whole, name, patience)) return Promise.reject(refuse());
      return new Promise<Result>((resolve, reject) => {
        const { until, left } = patience;
        let timer: NodeJS.Timeout | undefined;
        const stay = (): void => {
          clearTimeout(timer);
          left?.removeEventListener?.('abort', leave);
        };
        const one: Waiting = {
          ...{ lane: name, cost, whole },
          start() {
            stay();
            take(one);
            run()
              .then(resolve, reject)
              .finally(() => {
                leavePlace(one);
                begin();
              });
          },
        };
        const goAway = (error: Error): void => {
          stay();
          lane.waiting.splice(lane.waiting.indexOf(one), 1);
          reject(error);
        };
        const leave = (): void => goAway(giveUp());
        left?.addEventListener?.('abort', leave);
        if (Number.isFinite(until)) timer = setTimeout(() => goAway(refuse()), until - clock());
        // A lane that had nothing to do has saved up nothing meanwhile.
        if (lane.waiting.length === 0) lane.spent = Math.max(lane.spent, other.reached);
        if (isBegun) lane.waiting.unshift(one);
        else lane.waiting.push(one);
        begin();
      });
    },
  };
}
