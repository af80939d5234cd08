import { execFile } from 'node:child_process';
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EngineProcess } from '../../main/engine/engine-process.ts';
import { launchWithNode } from '../../main/process/launcher.ts';
import {
  ensureBuilt,
  layOut,
  packageApp,
  packedFiles,
  root,
  type PackedFile,
} from './package-app.ts';
import { followImports, packagesAmong } from './packed-imports.ts';
import { createStandInElectron } from './stand-in-electron.ts';

/** The state each fuse is to have, as {@link FuseV1Options} names it; `electron-builder.yml` says why. */
const fuses: Readonly<Record<string, boolean>> = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
};
const fuseNames = Object.values(FuseV1Options).filter((name) => typeof name === 'string');
const stateOf = (isOn: boolean): string => (isOn ? '1' : '0');

const run = promisify(execFile);
const megabyte = 1024 ** 2;

// The native code that is installed is this system's, and the stand-in is an Electron for Linux.
describe.skipIf(process.platform !== 'linux')('the packaged application', () => {
  let home: string;
  let app: string;
  let resources: string;
  let laidOut: string;
  let files: readonly PackedFile[];
  let paths: readonly string[];

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'witness-package-'));
    await ensureBuilt();
    // Each fuse the other way round: what it is afterwards was set, not found.
    const states = fuseNames.map((name) => stateOf(fuses[name] === false)).join('');
    await createStandInElectron(join(home, 'electron'), states);
    app = await packageApp(join(home, 'electron'), join(home, 'release'));
    resources = join(app, 'resources');
    laidOut = join(resources, 'laid-out');
    const archive = join(resources, 'app.asar');
    await layOut(archive, laidOut);
    files = packedFiles(archive);
    paths = files.map(({ path }) => path);
  }, 120_000);
  afterAll(() => rm(home, { recursive: true, force: true }));

  it('has every fuse set as it is meant to be', async () => {
    const wire = await getCurrentFuseWire(join(app, 'witness-station'));
    const states = fuseNames.map((name) => {
      const index = FuseV1Options[name as keyof typeof FuseV1Options];
      return [name, String.fromCharCode(wire[index] ?? 0)];
    });
    const meant = Object.entries(fuses).map(([name, isOn]) => [name, stateOf(isOn)]);
    expect(Object.fromEntries(states)).toEqual(Object.fromEntries(meant));
  });

  it('holds what runs', () => {
    expect(paths).toEqual(
      expect.arrayContaining([
        'package.json',
        'LICENSE',
        'THIRD_PARTY.md',
        'build/main/electron/main.js',
        'build/main/engine/engine-child.js',
        'build/native-bridge/photo-decoder/decoder-child.js',
        'build/preload/preload.cjs',
        'build/renderer/index.html',
        'models/manifest.json',
      ]),
    );
    expect(paths.filter((path) => /^build\/renderer\/.*\.js$/.test(path))).not.toEqual([]);
    expect(paths.filter((path) => /^build\/renderer\/.*\.css$/.test(path))).not.toEqual([]);
  });

  it.each([
    ['source map', /\.map$/],
    ['source', /\.(?:[cm]?tsx?|jsx|cc|cpp|hh?|gyp)$/],
    ['test', /(?:^|\/)(?:test|tests|__tests__)\/|\.(?:test|spec|bench)\.[cm]?js$/],
    ['photograph or recording', /\.(?:jpe?g|png|gif|bmp|webp|wlt|mjpe?g|y4m|mp4|webm)$/i],
    ['development package', /node_modules\/(?:@vladmandic|@tensorflow|electron|vite|typescript)\//],
    ['page in a browser, or command line', /^build\/main\/(?:browser|cli|start)\//],
    ['conversion of models', /^build\/models\/convert/],
    ['settings, log or key', /(?:^|\/)(?:settings\.json|\.env.*|\.npmrc)$|\.(?:log|pem|p12|pfx)$/],
  ])('holds no %s', (_what, pattern) => {
    expect(paths.filter((path) => pattern.test(path))).toEqual([]);
  });

  it('holds no picture under another name', () => {
    const starts = ['ffd8ff', '89504e47', '47494638', '52494646'];
    const start = Buffer.alloc(4);
    const pictures = paths.filter((path) => {
      const file = openSync(join(laidOut, path), 'r');
      readSync(file, start.fill(0));
      closeSync(file);
      return starts.some((magic) => start.toString('hex').startsWith(magic));
    });
    expect(pictures).toEqual([]);
  });

  it('keeps everything but models and native code in the archive, with hashes', () => {
    const outside = files.filter(({ isUnpacked }) => isUnpacked).map(({ path }) => path);
    const native = outside.filter((path) => !path.startsWith('models/'));
    expect(native.filter((path) => !/\.(?:node|so(?:\.[\d.]+)?)$/.test(path))).toEqual([]);
    expect(files.filter(({ hasIntegrity }) => !hasIntegrity)).toEqual([]);
    const missing = outside.filter(
      (path) => !existsSync(join(resources, 'app.asar.unpacked', path)),
    );
    expect(missing).toEqual([]);
  });

  it("holds this system's native code only, and each of it loads from beside the archive", async () => {
    const beside = join(resources, 'app.asar.unpacked');
    const modules = paths.filter((path) => path.endsWith('.node'));
    expect(modules.map((path) => path.split('/').slice(1, 3).join('/')).sort()).toEqual([
      `@img/sharp-linux-${process.arch}`,
      `@koromix/koffi-linux-${process.arch}`,
      '@serialport/bindings-cpp',
      'onnxruntime-node/bin',
    ]);
    const load = 'for (const f of process.argv.slice(1)) process.dlopen({ exports: {} }, f);';
    const absolute = modules.map((path) => join(beside, path));
    await expect(run(process.execPath, ['-e', load, ...absolute])).resolves.toBeDefined();
  });

  it('holds every package it imports, and none that nothing imports', () => {
    const { needed, missing } = followImports(laidOut, paths);
    expect(missing.filter((line) => !line.endsWith('→ electron'))).toEqual([]);
    expect(packagesAmong(laidOut, paths).filter((path) => !needed.has(path))).toEqual([]);
  });

  it('has packages that load', async () => {
    const names = [...followImports(laidOut, paths).direct].filter((name) => name !== 'electron');
    expect(names).toEqual(
      expect.arrayContaining(['koffi', 'onnxruntime-node', 'serialport', 'sharp', 'zod']),
    );
    const load = `await Promise.all(${JSON.stringify(names)}.map((name) => import(name)));`;
    const module = ['--input-type=module', '-e', load];
    await expect(run(process.execPath, module, { cwd: laidOut })).resolves.toBeDefined();
  });

  it('has an engine that starts with the packed models and answers', async () => {
    const modelsDirectory = join(resources, 'app.asar.unpacked', 'models');
    const file = join(laidOut, 'build/main/engine/engine-child.js');
    const engine = await EngineProcess.start({
      ...{ modelsDirectory, threads: 1 },
      launch: (entry) => launchWithNode({ ...entry, file, execArgv: [] }),
    });
    try {
      const shipped = join(modelsDirectory, 'calibration', 'everyone.json');
      expect(JSON.parse(await readFile(shipped, 'utf8'))).toMatchObject({ models: engine.models });
      const white = { width: 320, height: 240, channels: 3, background: '#fff' } as const;
      const image = await sharp({ create: white }).png().toBuffer();
      const [answer] = await engine.analyse([{ type: 'FacePic', image }]);
      expect(answer).toMatchObject({ faceCount: 0, width: 320, height: 240 });
    } finally {
      engine.close();
    }
  });

  it('names no server, but the folder an update is kept in', async () => {
    const config = await readFile(join(resources, 'app-update.yml'), 'utf8');
    expect(config).toBe(
      "provider: generic\nurl: ''\nupdaterCacheDirName: witness-station-updater\n",
    );
  });

  it('says nothing of its making in its package.json', async () => {
    const manifest: unknown = JSON.parse(await readFile(join(laidOut, 'package.json'), 'utf8'));
    expect(manifest).toMatchObject({ main: 'build/main/electron/main.js', type: 'module' });
    expect(manifest).not.toHaveProperty('devDependencies');
  });

  it('speaks the languages of the station', async () => {
    expect((await readdir(join(app, 'locales'))).sort()).toEqual(['en-US.pak', 'zh-CN.pak']);
  });

  it('adds less than 110 MB to Electron', () => {
    const size = files.reduce((sum, file) => sum + file.size, 0);
    expect(size / megabyte).toBeLessThan(110);
    // A broken filter would show as well: without its inference library there is no engine.
    const largest = files.reduce((a, b) => (a.size > b.size ? a : b));
    expect(basename(largest.path)).toMatch(/^libonnxruntime/);
  });

  it('was made of what is in the checkout', async () => {
    const path = 'build/main/electron/main.js';
    const [packed, built] = await Promise.all(
      [laidOut, root].map((folder) => readFile(join(folder, path), 'utf8')),
    );
    expect(packed).toBe(built);
  });
});
