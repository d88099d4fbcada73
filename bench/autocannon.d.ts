/** The part of autocannon that is used here; it brings no types of its own. */
declare module 'autocannon' {
  interface AskedRequest {
    readonly method: 'GET';
    readonly path: string;
  }
  interface Options {
    readonly url: string;
    readonly connections: number;
    /** s */
    readonly duration: number;
    /** s, that an answer may take. */
    readonly timeout: number;
    readonly requests: readonly {
      setupRequest(request: AskedRequest, context: Record<string, unknown>): AskedRequest;
      onResponse(status: number, body: string, context: Record<string, unknown>): void;
    }[];
  }
  interface Totals {
    /** Connections that failed, timeouts among them. */
    readonly errors: number;
  }
  interface Run extends PromiseLike<Totals> {
    /** @param ms  From the request to the end of its answer. */
    on(
      event: 'response',
      listener: (client: unknown, status: number, bytes: number, ms: number) => void,
    ): this;
  }
  export default function autocannon(options: Options): Run;
}
