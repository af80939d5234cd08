import { afterEach, expect, it, vi } from 'vitest';
import { tellReady } from '../../../main/host/tell-ready.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

it('says how long it took from the start of the program, and later only what took long then', () => {
  const lines: string[] = [];
  const onReady = tellReady((line) => lines.push(line));
  vi.spyOn(performance, 'now').mockReturnValue(1234.4);
  onReady(812.5);
  vi.spyOn(performance, 'now').mockReturnValue(9_000_000);
  onReady(640.2);
  expect(lines).toEqual([
    'ready after 1234 ms (engine warm)',
    'ready again after 640 ms (engine warm)',
  ]);
});
