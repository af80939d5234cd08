import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createCircuit, restMs } from '../../../main/cloud/circuit.ts';
import { CloudError } from '../../../main/cloud/cloud-error.ts';
import { TencentError } from '../../../main/cloud/tencent-error.ts';
import { CompareFacesError } from '../../../main/compare/compare-faces-error.ts';
import { caughtFrom } from './caught-from.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const gone = new CloudError('cloud.unreachable');
const later = (ms: number): void => {
  vi.setSystemTime(Date.now() + ms);
};

/** A circuit, and how often it let work through. */
const sampleCircuit = () => {
  const circuit = createCircuit();
  const sample = {
    passed: 0,
    try: (outcome: Error | string | Promise<string>): Promise<unknown> =>
      circuit(() => {
        sample.passed++;
        return outcome instanceof Error ? Promise.reject(outcome) : Promise.resolve(outcome);
      }),
    failWith: async (error: Error, times: number) => {
      for (let i = 0; i < times; i++) await caughtFrom(() => sample.try(error));
    },
  };
  return sample;
};

describe('a service that was not reached three times in a row', () => {
  test.each([gone, new CloudError('cloud.timed-out'), new TencentError('213')])(
    'is left alone: %s',
    async (failure) => {
      const circuit = sampleCircuit();
      await circuit.failWith(failure, 3);
      expect(await caughtFrom(() => circuit.try('here'))).toMatchObject({
        code: 'cloud.resting',
        data: { seconds: 30 },
      });
      expect(circuit.passed).toBe(3);
    },
  );

  test('is asked by one comparison after half a minute, and by all once it answered', async () => {
    const circuit = sampleCircuit();
    await circuit.failWith(gone, 3);
    later(restMs);
    expect(await circuit.try('back')).toBe('back');
    expect(await circuit.try('still there')).toBe('still there');
  });

  test('is left alone for as long again where the probe fails', async () => {
    const circuit = sampleCircuit();
    await circuit.failWith(gone, 3);
    later(restMs);
    expect(await caughtFrom(() => circuit.try(gone))).toBe(gone);
    later(restMs - 1);
    expect(await caughtFrom(() => circuit.try('here'))).toMatchObject({ code: 'cloud.resting' });
    later(1);
    expect(await circuit.try('back')).toBe('back');
  });

  test('is not waited for by others while the probe is on its way', async () => {
    const circuit = sampleCircuit();
    await circuit.failWith(gone, 3);
    later(restMs);
    let answer = (_: string): void => undefined;
    const probe = circuit.try(
      new Promise<string>((resolve) => {
        answer = resolve;
      }),
    );
    expect(await caughtFrom(() => circuit.try('another'))).toMatchObject({ code: 'cloud.resting' });
    answer('back');
    expect(await probe).toBe('back');
    expect(circuit.passed).toBe(4);
  });

  test('is there again for a probe that is answered with a refusal', async () => {
    const circuit = sampleCircuit();
    await circuit.failWith(gone, 3);
    later(restMs);
    const refusal = new CloudError('cloud.refused');
    expect(await caughtFrom(() => circuit.try(refusal))).toBe(refusal);
    expect(await circuit.try('here')).toBe('here');
  });
});

describe('a service is not left alone', () => {
  test('for two failures', async () => {
    const circuit = sampleCircuit();
    await circuit.failWith(gone, 2);
    expect(await circuit.try('here')).toBe('here');
  });

  test.each([
    new CompareFacesError('Error.NoFaceDetected'),
    new CloudError('cloud.credentials-refused'),
    new TencentError('14'),
    new TypeError('a defect of ours'),
  ])('for answering: %s', async (answer) => {
    const circuit = sampleCircuit();
    await circuit.failWith(answer, 5);
    expect(await circuit.try('here')).toBe('here');
    // An answer in between means the failures were not in a row.
    await circuit.failWith(gone, 2);
    await circuit.failWith(answer, 1);
    await circuit.failWith(gone, 2);
    expect(await circuit.try('here')).toBe('here');
  });
});
