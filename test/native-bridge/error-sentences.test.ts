import { describe, expect, it } from 'vitest';
import { pseudoTerminalErrorCatalogue } from '../../native-bridge/pseudo-terminal/pseudo-terminal-error.ts';
import { emulatorErrorCatalogue } from '../../native-bridge/reader-emulator/emulator-error.ts';
import type { ErrorEntry } from '../../main/errors/witness-error.ts';

const entries: [string, ErrorEntry][] = Object.entries({
  ...pseudoTerminalErrorCatalogue,
  ...emulatorErrorCatalogue,
});
const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

describe('the errors of the emulated hardware', () => {
  it.each(entries)('%s says the same in both languages, in whole sentences', (_, entry) => {
    for (const { en, zh } of [entry.what, entry.todo]) {
      expect(placeholders(zh)).toEqual(placeholders(en));
      expect(en).toMatch(/^[A-Z{].*\.$/);
      expect(zh).toMatch(/。$/);
      expect(zh).toMatch(/\p{Script=Han}/u);
    }
  });
});
