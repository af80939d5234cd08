import { describe, expect, test } from 'vitest';
import { readBenchOptions } from './bench-options.ts';

const letters = ['a', 'b', 'c'];
const read = (...args: readonly string[]): ReturnType<typeof readBenchOptions> =>
  readBenchOptions(args, letters);

describe('the arguments of a run', () => {
  test('may be none: everything, into a folder Git ignores', () => {
    const none = { only: undefined, against: undefined, pairs: undefined };
    expect(read()).toEqual({ ...none, quick: false, out: 'build/bench.json' });
  });

  test('choose measurements', () => {
    expect(read('--only', 'c, a').only).toEqual(['c', 'a']);
    expect(() => read('--only', 'a,x')).toThrow(
      new RangeError('There is no measurement "x"; there are a, b, c.'),
    );
  });

  test('name files', () => {
    expect(read('--out', 'here.json', '--against', 'there.json', '--quick')).toMatchObject({
      ...{ out: 'here.json', against: 'there.json', quick: true },
    });
    expect(read('--faces', 'lfw', '--pairs', 'pairs.txt').pairs).toEqual({
      ...{ folder: 'lfw', file: 'pairs.txt' },
    });
  });

  test.each([[['--faces', 'lfw']], [['--pairs', 'pairs.txt']]])('%j alone is refused', (args) => {
    expect(() => read(...args)).toThrow('--faces and --pairs go together.');
  });

  test('that there are not are refused', () => {
    expect(() => read('--fast')).toThrow(TypeError);
  });
});
