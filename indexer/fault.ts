/**
 * What is said of a fault of ours: that it is one, what became of the index, and what a report of it needs. It stands
 * alone, so that it can still be said where nothing else of the house can be loaded.
 */
export const UNCHANGED = 'the index is unchanged';

/** @param became  Of the index; without a full stop. */
export function faultOf(error: unknown, became: string = UNCHANGED): string {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return [
    `This is a fault of ours, not of your files; ${became}.`,
    '  Please report it, with your command and what stands below.',
    `${trace}\n`,
  ].join('\n');
}
