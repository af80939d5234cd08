import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OpenChannel } from '../../../main/card/byte-channel.ts';
import { ReaderError } from '../../../main/card/reader-error.ts';
import {
  discoverReader,
  portOf,
  type DiscoveryAttempt,
} from '../../../main/serial/discover-reader.ts';
import * as faults from '../card/faults.ts';
import { failure, run } from '../card/run.ts';
import { ScriptedReader } from '../card/scripted-reader.ts';

describe('discoverReader', () => {
  let reader: ScriptedReader;
  let silent: ScriptedReader;
  let openChannel: OpenChannel;
  let attempts: DiscoveryAttempt[];

  const onAttempt = (attempt: DiscoveryAttempt): void => {
    attempts.push(attempt);
  };

  beforeEach(() => {
    vi.useFakeTimers();
    reader = new ScriptedReader();
    silent = new ScriptedReader();
    silent.silent = true;
    attempts = [];
    openChannel = (choice) => {
      if (choice.path === 'READER') return reader.openChannel(choice);
      if (choice.path === 'SILENT') return silent.openChannel(choice);
      const code = choice.path === 'BUSY' ? 'reader.port-busy' : 'reader.port-not-found';
      return Promise.reject(new ReaderError(code, { port: choice.path }));
    };
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  it('finds the reader, and tells its SAM id', async () => {
    expect(await run(discoverReader({ paths: ['READER'], openChannel }))).toEqual({
      path: 'READER',
      baudRate: 115_200,
      samId: '05.03-20200102-0001234567-0890123456',
    });
    expect(reader.log).toEqual(['11 ff', '12 ff']);
  });

  it.each([115_200, 57_600, 38_400, 19_200, 9600] as const)('finds the speed %d', async (speed) => {
    reader.speed = speed;
    expect(await run(discoverReader({ paths: ['READER'], openChannel }))).toMatchObject({
      baudRate: speed,
    });
  });

  it('tries each port at each speed in order, and reports every failure', async () => {
    reader.speed = 57_600;
    const paths = ['GONE', 'BUSY', 'SILENT', 'READER'];
    await run(discoverReader({ paths, speeds: [115_200, 57_600], openChannel, onAttempt }));
    expect(
      attempts.map(({ path, baudRate, failure: why }) => [path, baudRate, why?.code ?? null]),
    ).toEqual([
      ['GONE', 115_200, 'reader.port-not-found'],
      ['BUSY', 115_200, 'reader.port-busy'],
      ['SILENT', 115_200, 'reader.silent'],
      ['SILENT', 57_600, 'reader.silent'],
      ['READER', 115_200, 'reader.silent'],
      ['READER', 57_600, null],
    ]);
  });

  it('closes every port it tried', async () => {
    await run(discoverReader({ paths: ['SILENT', 'READER'], openChannel }));
    for (const peer of [silent, reader]) {
      expect(await failure(peer.channel!.write(Uint8Array.of(0)))).toMatchObject({
        code: 'reader.closed',
      });
    }
  });

  it('ports with no reader: a typed error with the ports and all reasons', async () => {
    const error = await failure(discoverReader({ paths: ['GONE', 'SILENT'], openChannel }));
    expect(error).toMatchObject({
      code: 'reader.not-discovered',
      data: { ports: ['GONE', 'SILENT'] },
    });
    expect(((error as Error).cause as AggregateError).errors).toHaveLength(6);
  });

  it('no ports at all: a typed error', async () => {
    expect(await failure(discoverReader({ paths: [], openChannel }))).toMatchObject({
      code: 'reader.no-ports',
    });
  });

  it.each([
    ['BUSY', 'reader.port-busy'],
    ['GONE', 'reader.port-not-found'],
  ])('the one port that was named does not open: why', async (path, code) => {
    expect(await failure(discoverReader({ paths: [path], openChannel }))).toMatchObject({ code });
  });

  it('a reader that says it is broken is the answer', async () => {
    reader.statuses.set('11 ff', 0x60);
    expect(
      await failure(discoverReader({ paths: ['READER', 'SILENT'], openChannel, onAttempt })),
    ).toMatchObject({ code: 'sam.self-test-failed' });
    expect(attempts).toHaveLength(1);
  });

  it('a reader that does not tell its id is a reader all the same', async () => {
    reader.next('12 ff', faults.silence);
    expect(await run(discoverReader({ paths: ['READER'], openChannel }))).toMatchObject({
      samId: null,
    });
  });

  it('can be cancelled', async () => {
    const controller = new AbortController();
    const discovery = failure(
      discoverReader({ paths: ['SILENT'], openChannel, signal: controller.signal }),
    );
    await vi.advanceTimersByTimeAsync(1500);
    controller.abort();
    expect(await discovery).toMatchObject({ code: 'reader.aborted' });
  });

  it('“auto” looks for the reader each time the port is opened; a path does not', async () => {
    const auto = portOf('auto', 115_200, { paths: ['SILENT', 'READER'], openChannel });
    expect(typeof auto).toBe('function');
    if (typeof auto === 'function') {
      expect(await run(auto())).toMatchObject({ path: 'READER', baudRate: 115_200 });
    }
    expect(portOf('COM3', 9600)).toEqual({ path: 'COM3', baudRate: 9600 });
  });
});
