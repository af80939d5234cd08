import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StandIn } from '../../electron-stand-in/start-stand-in.ts';
import { pressedKey } from './pressed-key.ts';
import { saveFile } from './page-deeds.ts';
import { openProgram, withSettings } from './start-program.ts';

let folder: string;
let userData: string;
let program: StandIn;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'witness-kiosk-'));
  userData = join(folder, 'user-data');
  const args = await withSettings(folder, {
    screen: { kiosk: true, mode: 'two-screens', contentProtection: true },
    reader: { port: join(folder, 'no-reader') },
  });
  program = await openProgram({ args, userData });
  await program.until('loaded', ({ id }) => id === 2);
});
afterAll(async () => {
  await program.close();
  await rm(folder, { recursive: true });
});

describe('a kiosk with two screens', () => {
  const locked = {
    kiosk: true,
    fullscreen: true,
    frame: false,
    alwaysOnTop: true,
    resizable: false,
    movable: false,
    minimizable: false,
    maximizable: false,
    autoHideMenuBar: true,
  };

  it('fills either with a window nobody can move or leave', () => {
    const [clerk, guest, ...more] = program.factsOf('window').map(({ options }) => options);
    expect(clerk).toMatchObject(locked);
    expect(guest).toMatchObject({ ...locked, x: 1920, y: 0, width: 1920, height: 1080 });
    expect(guest?.webPreferences).toEqual(clerk?.webPreferences);
    expect(more).toEqual([]);
  });

  it('keeps either out of screenshots, until the site wants it otherwise', async () => {
    const protections = (): readonly unknown[] =>
      program
        .factsOf('call')
        .filter(({ name }) => name === 'setContentProtection')
        .map(({ args }) => args[0]);
    expect(protections()).toEqual([true, true]);
    const clerk = await program.window(1);
    await clerk.evaluate(`witness.currentSettings().then(({ value: { settings } }) =>
      witness.changeSettings({
        settings: { ...settings, screen: { ...settings.screen, contentProtection: false } },
      }))`);
    await program.until('call', () => protections().length === 4);
    expect(protections()).toEqual([true, true, false, false]);
  });

  it.each([
    ['reloads', pressedKey('F5')],
    ['reloads', pressedKey('r', { control: true })],
    ['opens the developer tools', pressedKey('F12')],
    ['opens the developer tools', pressedKey('I', { control: true, shift: true })],
    ['leaves full screen', pressedKey('F11')],
    ['prints', pressedKey('p', { control: true })],
    ['saves', pressedKey('s', { control: true })],
    ['searches', pressedKey('f', { control: true })],
    ['opens a window', pressedKey('n', { control: true })],
    ['closes the window', pressedKey('w', { control: true })],
    ['closes the window', pressedKey('F4', { alt: true })],
    ['goes back', pressedKey('ArrowLeft', { alt: true })],
    ['enlarges', pressedKey('+', { control: true })],
  ])('takes the key that %s', async (_what, input) => {
    const act = (): void => {
      program.command({ kind: 'press', id: 2, input });
    };
    expect(await program.after('key', act)).toMatchObject({ isPrevented: true });
  });

  it.each([['Tab'], ['Enter'], ['F2'], ['a']])('leaves the page the key %s', async (key) => {
    const act = (): void => {
      program.command({ kind: 'press', id: 1, input: pressedKey(key) });
    };
    expect(await program.after('key', act)).toMatchObject({ isPrevented: false });
  });

  it('saves the clerk’s list without a question that would show the whole machine', async () => {
    const clerk = await program.window(1);
    await clerk.evaluate(saveFile('checks.csv', 'text/csv'));
    const { path } = await program.until('saved');
    expect(path).toBe(join(userData, 'downloads', 'checks.csv'));
    expect(await readFile(path, 'utf8')).toBe('a,b');
    expect(program.factsOf('download')).toMatchObject([{ isAsked: false, isPrevented: false }]);
  });

  it('saves nothing for the guest', async () => {
    const guest = await program.window(2);
    const act = (): Promise<unknown> => guest.evaluate(saveFile('checks.csv', 'text/csv'));
    expect(await program.after('download', act)).toMatchObject({ isPrevented: true });
  });

  it('tells each window what is for it, and no more', async () => {
    const [clerk, guest] = [await program.window(1), await program.window(2)];
    expect(await clerk.evaluate(`witness.currentDesk().then(({ ok }) => ok)`)).toBe(true);
    expect(await guest.evaluate(`witness.currentDesk().then(({ error }) => error.code)`)).toBe(
      'ipc.other-page',
    );
    expect(await guest.evaluate(`witness.currentStage().then(({ ok }) => ok)`)).toBe(true);
  });
});
