import { spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findElectronProgram } from '../../../main/start/electron-program.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'witness-electron-'));
  await mkdir(join(folder, 'dist'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('findElectronProgram', () => {
  it('finds the program the package installed, under its name on this system', async () => {
    await writeFile(join(folder, 'path.txt'), 'electron.exe\n');
    await writeFile(join(folder, 'dist', 'electron.exe'), '');
    expect(findElectronProgram(folder, undefined)).toBe(join(folder, 'dist', 'electron.exe'));
  });

  it('takes the program of another folder where one is named', async () => {
    const other = join(folder, 'other');
    await mkdir(other);
    await writeFile(join(other, 'electron'), '');
    expect(findElectronProgram(folder, other)).toBe(join(other, 'electron'));
  });

  it.each([
    ['the package was not installed', undefined],
    ['the other folder has none', 'elsewhere'],
  ])('says so where %s', (_why, override) => {
    expect(() => findElectronProgram(folder, override && join(folder, override))).toThrow(
      expect.objectContaining({ code: 'start.no-electron' }),
    );
  });

  it('does not take a half-finished installation for a whole one', async () => {
    await writeFile(join(folder, 'path.txt'), 'electron');
    expect(() => findElectronProgram(folder, undefined)).toThrow();
  });
});

describe.skipIf(process.platform === 'win32')('npm start', () => {
  const start = (...args: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'main/start/start.ts', ...args], {
      env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'dist') },
      encoding: 'utf8',
    });

  it('says what to do where only a window will do and there is no Electron', () => {
    const { status, stdout, stderr } = start('--electron');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('npx install-electron');
  });

  it('runs Electron on the product, and ends as it ends', async () => {
    const program = join(folder, 'dist', 'electron');
    await writeFile(program, '#!/bin/sh\necho "$@"\nexit 7\n');
    await chmod(program, 0o755);
    const { status, stdout } = start('--demo', '--settings', 'a.json');
    expect(status).toBe(7);
    expect(stdout).toBe(`${process.cwd()} --demo --settings=a.json\n`);
  });
});
