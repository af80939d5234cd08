import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const script = join(import.meta.dirname, 'smoke.ts');

/** Runs the script on a machine that has no Electron. */
const runWithout = (env: Readonly<Record<string, string>> = {}) =>
  spawnSync(process.execPath, ['--import', 'tsx', script], {
    encoding: 'utf8',
    env: {
      ...process.env,
      WITNESS_REQUIRE_ELECTRON: '',
      ELECTRON_OVERRIDE_DIST_PATH: join(tmpdir(), 'no-electron-here'),
      ...env,
    },
  });

describe('npm run test:electron without Electron', () => {
  it('says in one line that it was skipped, and why, and does not fail', () => {
    const { status, stdout, stderr } = runWithout();
    expect(stdout).toMatch(/^test:electron was skipped: .*\n$/);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('fails where Electron is demanded', () => {
    expect(runWithout({ WITNESS_REQUIRE_ELECTRON: '1' }).status).toBe(1);
  });
});
