import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StandIn } from '../../electron-stand-in/start-stand-in.ts';
import { openProgram, withSettings } from './start-program.ts';

let folder: string;
let program: StandIn;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'witness-displays-'));
});
afterEach(async () => {
  await program.close();
  await rm(folder, { recursive: true });
});

/** A station that is to have a guest's screen of its own. */
const open = async (displays: number, kiosk = true): Promise<void> => {
  const args = await withSettings(folder, {
    screen: { kiosk, mode: 'two-screens' },
    reader: { port: join(folder, 'no-reader') },
  });
  program = await openProgram({ args, displays });
};

/** Whether the clerk's page shows the guest's part, too, as it does at once wherever it has to. */
const clerkShows = async (mode: 'one-screen' | 'two-screens'): Promise<void> => {
  const clerk = await program.window(1);
  await clerk.evaluate(
    `new Promise((resolve) => {
      const see = (preferences) => preferences.mode === ${JSON.stringify(mode)} && resolve();
      witness.onPreferencesChanged(see);
      witness.currentPreferences().then(({ value }) => see(value));
    })`,
  );
};

const change = async (screen: string): Promise<void> => {
  const clerk = await program.window(1);
  await clerk.evaluate(`witness.currentSettings().then(({ value: { settings } }) =>
    witness.changeSettings({
      settings: { ...settings, screen: { ...settings.screen, ...${screen} } },
    }))`);
};

const openByHand = async (): Promise<string> => {
  const clerk = await program.window(1);
  return clerk.evaluate(
    `witness.openGuestScreen().then(({ ok, error }) => ok ? 'ok' : error.code)`,
  );
};

const windows = (): readonly unknown[] =>
  program.factsOf('window').map(({ id, options: { x } }) => ({ id, x }));
const [clerk, guest] = [
  { id: 1, x: undefined },
  { id: 2, x: 1920 },
];

describe('a kiosk that is to have two screens', () => {
  it('with one display has the clerk’s window alone, which shows both, and says what is missing', async () => {
    await open(1);
    await clerkShows('one-screen');
    expect(await openByHand()).toBe('host.no-second-display');
    expect(windows()).toEqual([clerk]);
  });

  it('with two displays has a window on each, and the keyboard stays the clerk’s', async () => {
    await open(2);
    await program.until('loaded', ({ id }) => id === 2);
    await clerkShows('two-screens');
    expect(windows()).toEqual([clerk, guest]);
    await program.until('call', ({ name }) => name === 'showInactive');
    // Asked for again, it is only brought forward.
    expect(await openByHand()).toBe('ok');
    expect(windows()).toEqual([clerk, guest]);
  });

  it('opens the guest’s window when a display is added, and closes it when that is removed', async () => {
    await open(1);
    await clerkShows('one-screen');
    program.command({ kind: 'plug-in-display' });
    await program.until('loaded', ({ id }) => id === 2);
    await clerkShows('two-screens');
    expect(windows()).toEqual([clerk, guest]);

    program.command({ kind: 'unplug-display' });
    await program.until('window-gone', ({ id }) => id === 2);
    await clerkShows('one-screen');

    program.command({ kind: 'plug-in-display' });
    await program.until('loaded', ({ id }) => id === 3);
    await clerkShows('two-screens');
    expect(windows()).toEqual([clerk, guest, { ...guest, id: 3 }]);
  });

  it('leaves a guest’s window where it is while other displays come and go', async () => {
    await open(2);
    await program.until('loaded', ({ id }) => id === 2);
    program.command({ kind: 'plug-in-display' });
    program.command({ kind: 'unplug-display' });
    await change('{ voice: false }');
    expect(windows()).toEqual([clerk, guest]);
    expect(program.factsOf('window-gone')).toEqual([]);
  });

  it('follows the setting to one screen and back', async () => {
    await open(2);
    await program.until('loaded', ({ id }) => id === 2);
    await change(`{ mode: 'one-screen' }`);
    await program.until('window-gone', ({ id }) => id === 2);
    await clerkShows('one-screen');
    await change(`{ mode: 'two-screens' }`);
    await program.until('loaded', ({ id }) => id === 3);
    await clerkShows('two-screens');
  });
});

describe('a station in windows that can be moved', () => {
  it('opens the guest’s beside the clerk’s where somebody asks for it', async () => {
    await open(1, false);
    await clerkShows('one-screen');
    expect(await openByHand()).toBe('ok');
    await clerkShows('two-screens');
    expect(windows()).toEqual([clerk, { id: 2, x: undefined }]);
  });

  it('shows both on the clerk’s when somebody closes the guest’s', async () => {
    await open(2, false);
    await program.until('loaded', ({ id }) => id === 2);
    program.command({ kind: 'close-window', id: 2 });
    await clerkShows('one-screen');
    expect(await openByHand()).toBe('ok');
    await clerkShows('two-screens');
  });
});
