import { describe, expect, it } from 'vitest';
import type { Columns } from '../../engine/sqlite/columns.js';
import {
  type ColumnsMeeting,
  openColumnsKeeper,
  openSharedColumns,
} from '../../engine/sqlite/shared-columns.js';

/** What a test tells apart of columns, in memory that is shared. */
function columnsWith(length: number): Columns {
  const lengths = new Uint16Array(new SharedArrayBuffer(4));
  lengths[0] = length;
  return { lengths } as unknown as Columns;
}

/** A meeting goes over to a thread as a copy. */
const asGiven = (meeting: ColumnsMeeting): ColumnsMeeting => structuredClone(meeting);

const refused = (): never => {
  throw new Error('These are there already.');
};
/** Messages come when the thread that starts the others has nothing to do. */
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50));

describe('columns of threads that search the same index', () => {
  it('are loaded by the first, and are the same bytes for all', () => {
    const keeper = openColumnsKeeper();
    const [first, second, third] = [1, 2, 3].map(() => openSharedColumns(asGiven(keeper.meeting)));
    const loaded = first?.('a', () => columnsWith(7));
    const found = second?.('a', refused);
    expect(found?.lengths[0]).toBe(7);
    (loaded as Columns).lengths[0] = 8;
    expect([found, third?.('a', refused)].map((one) => one?.lengths[0])).toEqual([8, 8]);
    keeper.close();
  });

  it('are found by a thread that starts later', async () => {
    const keeper = openColumnsKeeper();
    openSharedColumns(asGiven(keeper.meeting))('a', () => columnsWith(7));
    await turn();
    expect(openSharedColumns(asGiven(keeper.meeting))('a', refused).lengths[0]).toBe(7);
    keeper.close();
  });

  it('are those of the version that is asked for, after a swap and back', () => {
    const keeper = openColumnsKeeper();
    const [first, second] = [1, 2].map(() => openSharedColumns(asGiven(keeper.meeting)));
    first?.('a', () => columnsWith(7));
    expect(second?.('b', () => columnsWith(9)).lengths[0]).toBe(9);
    expect(first?.('b', refused).lengths[0]).toBe(9);
    expect(second?.('a', () => columnsWith(11)).lengths[0]).toBe(11);
    keeper.close();
  });

  it('are told to nobody of another server', () => {
    const [keeper, other] = [openColumnsKeeper(), openColumnsKeeper()];
    openSharedColumns(asGiven(keeper.meeting))('a', () => columnsWith(7));
    const found = openSharedColumns(asGiven(other.meeting))('a', () => columnsWith(9));
    expect(found.lengths[0]).toBe(9);
    for (const one of [keeper, other]) one.close();
  });

  it('are loaded anew where the first could not', () => {
    const keeper = openColumnsKeeper();
    const [first, second] = [1, 2].map(() => openSharedColumns(asGiven(keeper.meeting)));
    expect(() => first?.('a', refused)).toThrow('there already');
    expect(second?.('a', () => columnsWith(7)).lengths[0]).toBe(7);
    keeper.close();
  });

  it('are not waited for where a thread has died over them', () => {
    const keeper = openColumnsKeeper();
    Atomics.store(new Int32Array(keeper.meeting.lock), 0, 1);
    const [first, second] = [1, 2].map(() => openSharedColumns(asGiven(keeper.meeting), 20));
    const started = performance.now();
    expect(first?.('a', () => columnsWith(7)).lengths[0]).toBe(7);
    expect(performance.now() - started).toBeGreaterThanOrEqual(19);
    expect(second?.('a', refused).lengths[0]).toBe(7);
    keeper.close();
  });
});
