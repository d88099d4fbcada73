/**
 * Work in a process of its own, for what may end a process: memory that cannot be had ends a thread's whole process with it.
 *
 * The process runs the default function of a file on one task after the other, and dies over one that takes too long or too much
 * memory; that task is lost, and the next gets a new process. It ends when whoever opened it goes, in whatever way.
 */
import { type ChildProcess, fork } from 'node:child_process';
import type { ApartAnswer } from './process-host.js';

export interface ProcessLimits {
  /** For one task. */
  readonly milliseconds: number;
  /** Of all memory of the process, its heap and what lies beside it. */
  readonly megabytes: number;
}

/** `lost`: the process died over the task, of which `time` is the one cause that is certain. */
export type Outcome<Result> =
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'lost'; readonly over: 'time' | 'memory' };

export interface ProcessApart<Task, Result> {
  /** One after the other: the task before must have its outcome. Tasks and results cross by structured clone. */
  run(task: Task): Promise<Outcome<Result>>;
  close(): void;
}

/** Of what a process may have, how much it may still have when it begins a task; past it the next task gets a new one. */
const KEPT = 0.4;

export function openProcessApart<Task, Result>(file: URL, limits: ProcessLimits): ProcessApart<Task, Result> {
  let child: ChildProcess | null = null;
  const close = (): void => {
    child?.kill('SIGKILL');
    child = null;
  };
  return {
    async run(task) {
      if (child?.connected !== true) child = startHost(file, limits);
      const started = performance.now();
      const answer = await answerOf<Result>(child, task);
      if (answer === 'fault') throw new Error(`${file.pathname} failed in a process of its own.`);
      if (answer === 'lost' || answer.megabytes > limits.megabytes * KEPT) close();
      if (answer !== 'lost') return { kind: 'done', result: answer.result };
      return { kind: 'lost', over: performance.now() - started > limits.milliseconds ? 'time' : 'memory' };
    },
    close,
  };
}

function startHost(file: URL, { milliseconds, megabytes }: ProcessLimits): ChildProcess {
  const host = new URL('./process-host.js', import.meta.url);
  const child = fork(host, [file.href, `${process.pid}`, `${milliseconds}`, `${megabytes}`], {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${megabytes}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'], // what V8 writes when it gives up is for nobody who indexes
  });
  return child.on('error', () => undefined); // it dies of it, and that is seen
}

/** `lost` where the process died over it, `fault` where it threw, which is what Node's exit code 1 says. */
function answerOf<Result>(
  child: ChildProcess,
  task: unknown,
): Promise<ApartAnswer<Result> | 'lost' | 'fault'> {
  return new Promise((resolve) => {
    const settle = (answer: ApartAnswer<Result> | 'lost' | 'fault'): void => {
      child.off('message', onMessage).off('exit', onExit);
      resolve(answer);
    };
    const onMessage = (message: unknown): void => settle(message as ApartAnswer<Result>);
    const onExit = (code: number | null): void => settle(code === 1 ? 'fault' : 'lost');
    child.on('message', onMessage).on('exit', onExit);
    child.send(task as object, (error) => {
      if (error !== null && child.pid === undefined) settle('fault');
    });
  });
}
