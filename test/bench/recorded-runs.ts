import { InferenceSession } from 'onnxruntime-node';

type Run = (this: object, feeds: object) => Promise<unknown>;

const prototype = (InferenceSession as unknown as { readonly prototype: { run: Run } }).prototype;

/**
 * Notes every `session.run` of some work in this process, and gives what runs them again, in their
 * order, on the same sessions and the same input, with nothing in between: what of the work is the
 * networks themselves.
 */
export const recordRuns = async (work: () => Promise<unknown>): Promise<() => Promise<void>> => {
  const { run } = prototype;
  const calls: (() => Promise<unknown>)[] = [];
  prototype.run = function (feeds) {
    calls.push(() => run.call(this, feeds));
    return run.call(this, feeds);
  };
  try {
    await work();
  } finally {
    prototype.run = run;
  }
  if (calls.length === 0) throw new Error('No network was run.');
  return async () => {
    for (const call of calls) await call();
  };
};
