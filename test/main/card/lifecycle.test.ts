import { describe, expect, it, vi } from 'vitest';
import { Lifecycle } from '../../../main/card/lifecycle.ts';

describe('Lifecycle', () => {
  it('tells its listeners of changes, and of nothing else', () => {
    const lifecycle = new Lifecycle();
    const listener = vi.fn();
    const stop = lifecycle.onChange(listener);
    lifecycle.to('opening');
    lifecycle.to('opening');
    lifecycle.to('ready');
    stop();
    lifecycle.to('recovering');
    expect(listener.mock.calls).toEqual([['opening'], ['ready']]);
    expect(lifecycle.state).toBe('recovering');
  });

  it('refuses a transition that makes no sense', () => {
    const lifecycle = new Lifecycle();
    expect(() => {
      lifecycle.to('ready');
    }).toThrow('A reader cannot go from closed to ready.');
    expect(lifecycle.state).toBe('closed');
  });
});
