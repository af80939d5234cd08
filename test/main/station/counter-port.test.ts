import { describe, expect, it } from 'vitest';
import type { CardEvent } from '../../../main/card/card-event.ts';
import { ReaderError } from '../../../main/card/reader-error.ts';
import { CounterPort } from '../../../main/station/counter-port.ts';
import { FakeReader } from './fake-reader.ts';

const collect = async (
  port: CounterPort,
  signal: AbortSignal,
  onEvent: (event: CardEvent, index: number) => unknown,
): Promise<readonly string[]> => {
  const seen: string[] = [];
  for await (const event of port.events(signal)) {
    seen.push(event.type);
    await onEvent(event, seen.length - 1);
  }
  return seen;
};

describe('CounterPort', () => {
  it('goes on with the events after the port was lent', async () => {
    const reader = new FakeReader();
    const port = new CounterPort(reader);
    const stop = new AbortController();
    reader.emit({ type: 'arrived' });
    const seen = await collect(port, stop.signal, async (event) => {
      if (event.type === 'removed') stop.abort();
      else {
        await port.lend(() => {
          expect(reader.isOpen).toBe(false);
          return Promise.resolve();
        });
        reader.emit({ type: 'removed' });
      }
    });
    expect(seen).toEqual(['arrived', 'removed']);
    expect(reader.openings).toBe(2);
  });

  it('does not open the port while it is lent', async () => {
    const reader = new FakeReader();
    const port = new CounterPort(reader);
    const stop = new AbortController();
    const loop = collect(port, stop.signal, () => {
      stop.abort();
    });
    await reader.opened();
    let finish = (): void => undefined;
    const loan = port.lend(
      () =>
        new Promise<void>((resolve) => {
          finish = resolve;
        }),
    );
    await reader.closed();
    reader.emit({ type: 'arrived' });
    await Promise.resolve();
    expect(reader.openings).toBe(1);
    finish();
    await loan;
    expect(await loop).toEqual(['arrived']);
    expect(reader.openings).toBe(2);
  });

  it('opens the port again after work that failed, and says why to the borrower', async () => {
    const reader = new FakeReader();
    const port = new CounterPort(reader);
    const stop = new AbortController();
    reader.emit({ type: 'arrived' });
    const seen = await collect(port, stop.signal, async (event) => {
      if (event.type === 'removed') {
        stop.abort();
        return;
      }
      await expect(
        port.lend(() => Promise.reject(new ReaderError('reader.silent'))),
      ).rejects.toThrow(ReaderError);
      reader.emit({ type: 'removed' });
    });
    expect(seen).toEqual(['arrived', 'removed']);
  });

  it('ends when the reader is closed by somebody else', async () => {
    const reader = new FakeReader();
    const port = new CounterPort(reader);
    reader.emit({ type: 'arrived' });
    expect(await collect(port, new AbortController().signal, () => reader.close())).toEqual([
      'arrived',
    ]);
  });
});
