import { describe, expect, it } from 'vitest';
import { startArguments } from '../../../main/electron/start-arguments.ts';

describe('startArguments', () => {
  it.each([
    [['electron', '.'], { isDemo: false }],
    [['electron', '.', '--demo'], { isDemo: true }],
    [['Witness', '--settings=/a/b.json'], { isDemo: false, settingsFile: '/a/b.json' }],
    [['Witness', '--enable-features=X', '--demo', '--inspect'], { isDemo: true }],
  ])('%j', (argv, expected) => {
    expect(startArguments(argv)).toEqual(expected);
  });
});
