import { expect, test } from 'vitest';
import { runWitness } from './run-witness.ts';

test('the demonstration passes the holder, fails another person and gives nobody a verdict', async () => {
  const run = await runWitness('demo', '--json');
  expect(run.exitCode).toBe(0);
  expect(JSON.parse(run.out)).toMatchObject({
    guests: [
      { verdict: 'pass', card: { name: '测**' }, threshold: 80, far: 0.001 },
      { verdict: 'fail' },
      { error: { code: 'Error.NoFaceDetected' } },
    ],
  });
});
