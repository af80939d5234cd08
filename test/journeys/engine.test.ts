import { execFileSync } from 'node:child_process';
import { describe, expect } from 'vitest';
import { journeysAt } from './support/journey.ts';

const journey = journeysAt();

/** The process the station's engine runs in. */
const engineOf = (station: number): number => {
  const children = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  const line = children
    .split('\n')
    .map((one) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(one))
    .find((found) => Number(found?.[2]) === station && found?.[3]?.includes('engine-child'));
  return Number(line?.[1]);
};

// Windows cannot halt a process.
describe.skipIf(process.platform === 'win32')('an engine that does not answer', () => {
  journey(
    'is said to the clerk, is a short wait to the guest, and is started again',
    async ({ counter, guest, desk }) => {
      await counter.station.ready;
      await desk.seesDevice('engine', 'ready');
      await counter.show('nobody');
      await counter.cards.lay();
      await guest.agrees();
      await guest.isTold('nobody');
      const halted = engineOf(counter.station.pid);
      // It is soon over, so all is watched from before it begins.
      const told = Promise.all([
        guest.sees(guest.words.looking.interruptedWords),
        desk.seesDevice('engine', 'restarting'),
      ]);
      process.kill(halted, 'SIGSTOP');
      await told;
      await guest.isTold('nobody');
      await desk.seesDevice('engine', 'ready');
      expect(engineOf(counter.station.pid)).not.toBe(halted);
      await guest.asksForStaff();
      await guest.seesResult('review');
    },
  );
});
