import { describe, expect, it } from 'vitest';
import {
  errorOfStatus,
  isPortError,
  isReaderError,
  isStopped,
  isTransmissionError,
  ReaderError,
  readerErrorCatalogue,
  statusGroupOf,
} from '../../../main/card/reader-error.ts';
import { statusCatalogue } from '../../../main/card/status.ts';

describe('reader errors', () => {
  it.each(Object.entries(readerErrorCatalogue))('%s has whole sentences', (_code, entry) => {
    for (const { en, zh } of [entry.what, entry.todo]) {
      expect(en).toMatch(/^[A-Z{].*\.$/);
      expect(zh).toMatch(/。$/);
      expect(zh).not.toMatch(/[,;!?]/);
    }
  });

  it.each(Object.entries(readerErrorCatalogue))(
    '%s asks for the same facts in both languages',
    (_code, { what }) => {
      const facts = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
      expect(facts(what.zh)).toEqual(facts(what.en));
    },
  );

  it.each(Object.entries(statusCatalogue))(
    'SW3 of %s becomes that error',
    (code, { sw3, group }) => {
      const error = errorOfStatus(sw3, 'find-card');
      expect(error).toMatchObject({ name: 'ReaderError', code, data: { command: 'find-card' } });
      expect(statusGroupOf(error)).toBe(group);
    },
  );

  it('an SW3 nobody describes keeps its number and belongs to no group', () => {
    const error = errorOfStatus(0x50, 'find-card');
    expect(error).toMatchObject({ code: 'reader.unknown-status', data: { status: '50' } });
    expect(error.message).toContain('50');
    expect(statusGroupOf(error)).toBeUndefined();
  });

  it('fills the facts into the sentence', () => {
    const error = new ReaderError('reader.port-busy', { port: 'COM3' });
    expect(error.sentence.en).toBe(
      'The serial port COM3 is in use by another program. Close the other program, or choose another port.',
    );
    expect(error.sentence.zh).toContain('COM3');
  });

  it('the guards tell the kinds apart', () => {
    const silent = new ReaderError('reader.silent');
    const unplugged = new ReaderError('reader.unplugged');
    const aborted = new ReaderError('reader.aborted');
    const guards = [isTransmissionError, isPortError, isStopped];
    expect(guards.map((guard) => guard(silent))).toEqual([true, false, false]);
    expect(guards.map((guard) => guard(unplugged))).toEqual([false, true, false]);
    expect(guards.map((guard) => guard(aborted))).toEqual([false, false, true]);
    expect([...guards, isReaderError].some((guard) => guard(new Error('other')))).toBe(false);
    expect(statusGroupOf(new Error('other'))).toBeUndefined();
  });
});
