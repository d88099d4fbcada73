/** A reader of files that does what it is told by their name. */
let count = 0;

const READERS = {
  'reads.pdf': () => undefined,
  'aborts.pdf': () => process.abort(),
  'throws.pdf': () => Promise.reject(new Error('told to')),
  'hangs.pdf': () => {
    for (;;);
  },
  'eats-heap.pdf': () => {
    const eaten = [];
    for (;;) eaten.push({ at: eaten.length, more: [eaten.length] });
  },
  'eats-memory.pdf': () => {
    const eaten = [];
    for (;;) eaten.push(Buffer.alloc(8 * 1024 * 1024, 1));
  },
  'leaves-much.pdf': () => {
    globalThis.left = Buffer.alloc(120 * 1024 * 1024, 1);
  },
};

/** The text says which process read it, and how many it read before. */
export default async function parse({ name }) {
  await READERS[name]();
  const text = `${process.pid} ${count}`;
  count += 1;
  return {
    format: 'pdf',
    text,
    furniture: [],
    said: {},
    savedFrom: null,
    links: [],
    encoding: null,
    warnings: [],
  };
}
