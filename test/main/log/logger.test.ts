import { describe, expect, test } from 'vitest';
import { CardReading } from '../../../main/card/card-reading.ts';
import { parseIdCard } from '../../../main/card/id-card.ts';
import { ReaderError } from '../../../main/card/reader-error.ts';
import { createLogger, type LogLevel } from '../../../main/log/logger.ts';
import { encodeCardText } from '../../../native-bridge/reader-emulator/card-text.ts';
import { sampleCards } from '../../../native-bridge/reader-emulator/sample-cards.ts';

/** Logs with `write` and gives what came out. */
const logged = (
  write: (log: ReturnType<typeof createLogger>) => void,
  level: LogLevel = 'debug',
) => {
  let lines = '';
  write(createLogger(level, { write: (line) => void (lines += line) }));
  return lines;
};

const text = encodeCardText(sampleCards.resident);
const card = parseIdCard(text);
const reading = new CardReading({
  card,
  text,
  photo: new Uint8Array(1024),
  photoProblem: null,
  fingerprints: null,
  managementNumber: null,
  additionalAddresses: ['测试省测试市'],
  warnings: [],
  timings: { select: 1, baseInfo: 1, extras: 0, total: 2 },
});

describe('the log', () => {
  test('never shows the holder of a card, however the card gets into it', () => {
    const lines = logged((log) => {
      log.info({ reading }, 'read');
      log.info({ card }, 'read');
      log.info(card, 'read');
      log.info({ event: { card } }, 'read');
    });
    expect(lines.split('\n')).toHaveLength(5);
    for (const secret of ['测试甲', '000000190001010009', '测试路', '19000101'])
      expect(lines).not.toContain(secret);
  });

  test('writes a typed error as its code, sentences and data', () => {
    const error = new ReaderError('reader.port-not-found', { port: 'COM3' });
    expect(
      JSON.parse(
        logged((log) => {
          log.error({ error }, 'reader');
        }),
      ),
    ).toMatchObject({
      error: { code: 'reader.port-not-found', data: { port: 'COM3' } },
    });
  });

  test('writes an error nobody foresaw with its stack', () => {
    const lines = logged((log) => {
      log.error({ error: new TypeError('oops') }, 'engine');
    });
    expect(JSON.parse(lines)).toMatchObject({ error: { type: 'TypeError', message: 'oops' } });
    expect(lines).toContain('logger.test.ts');
  });

  test('keeps quiet below its level', () => {
    expect(
      logged((log) => {
        log.info('small talk');
      }, 'warn'),
    ).toBe('');
  });
});
