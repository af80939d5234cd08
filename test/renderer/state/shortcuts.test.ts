import { describe, expect, it } from 'vitest';
import { shortcutOf } from '../../../renderer/state/use-shortcuts.ts';

const keys = { altKey: false, ctrlKey: false, metaKey: false };

describe('shortcutOf', () => {
  it('names a key with what is held with it', () => {
    expect(shortcutOf({ ...keys, key: 'F2' })).toBe('F2');
    expect(shortcutOf({ ...keys, key: '1', altKey: true })).toBe('Alt+1');
  });

  it('does not take a key of the browser for one of ours', () => {
    expect(shortcutOf({ ...keys, key: 'F2', ctrlKey: true })).not.toBe('F2');
    expect(shortcutOf({ ...keys, key: 'F2', metaKey: true })).not.toBe('F2');
  });
});
