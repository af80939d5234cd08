import { describe, expect, it } from 'vitest';
import { MadeOnce } from '../../../main/demo/made-once.ts';

describe('what is made once', () => {
  it('is made when it is first asked for, for each key, and kept', async () => {
    const made: string[] = [];
    const once = new MadeOnce((key: string) => {
      made.push(key);
      return Promise.resolve({ key });
    });
    expect(made).toEqual([]);
    const [first, again] = await Promise.all([once.get('a'), once.get('a')]);
    expect(first).toBe(again);
    expect(await once.get('b')).toEqual({ key: 'b' });
    expect(await once.get('a')).toBe(first);
    expect(made).toEqual(['a', 'b']);
  });

  it('is tried again after it failed, of which everybody hears who had asked', async () => {
    let tries = 0;
    const once = new MadeOnce(() => {
      tries += 1;
      return tries === 1 ? Promise.reject(new Error('not now')) : Promise.resolve(tries);
    });
    const asked = [once.get('a'), once.get('a')];
    for (const one of asked) await expect(one).rejects.toThrow('not now');
    expect(await once.get('a')).toBe(2);
  });
});
