/**
 * Who holds the lock, as the name of a primary key: letters, digits, `-` and `_` only. Pure.
 *
 * ```
 * h_<host>_<boot>_<process>_<start>     h_library-1_3f2a90bc_4711_8812345
 * ```
 */
export interface Holder {
  readonly host: string;
  /** Of the machine's running system, its first eight characters. */
  readonly boot: string;
  readonly pid: number;
  /** When the process started, in ticks. */
  readonly start: string;
}

export function holderKey({ host, boot, pid, start }: Holder): string {
  const safeHost = host.replace(/[^A-Za-z0-9-]/g, '-').slice(0, 100);
  return ['h', safeHost, boot.replace(/[^A-Za-z0-9]/g, '').slice(0, 8), pid, start].join('_');
}

/** @returns null for what is no key of ours. */
export function holderFrom(key: string): Holder | null {
  const [, host, boot, pid, start] = /^h_([A-Za-z0-9-]*)_([A-Za-z0-9]*)_(\d+)_(\d*)$/.exec(key) ?? [];
  if (host === undefined || boot === undefined || start === undefined) return null;
  return { host, boot, pid: Number(pid), start };
}
