import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/**
 * The project's own configuration. Only the rule of this file is listened to, and types are not
 * asked for: the snippets are no files of the project.
 */
const eslint = new ESLint({
  cwd: root,
  ruleFilter: ({ ruleId }) => ruleId === 'rooms/imports',
  overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
});

const problemsOf = async (file: string, code: string): Promise<readonly string[]> => {
  const [result] = await eslint.lintText(code, { filePath: join(root, file) });
  const messages = result?.messages ?? [];
  const failed = messages.find(({ fatal }) => fatal);
  if (failed) throw new Error(failed.message);
  return messages.filter(({ ruleId }) => ruleId === 'rooms/imports').map(({ message }) => message);
};

const roomsOfTable = (): readonly string[] =>
  [...readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8').matchAll(/^\| `([^`]+)`/gm)].map(
    ([, room]) => room!,
  );

interface Row {
  readonly forbidden: string;
  readonly allowed: string;
}

/** For each room, from a file in it: an import it may not have and one it may. */
const table: Readonly<Record<string, Row>> = {
  'main/errors': { forbidden: '../log/logger.ts', allowed: './witness-error.ts' },
  'main/log': { forbidden: '../card/link.ts', allowed: '../errors/witness-error.ts' },
  'main/process': { forbidden: '../log/logger.ts', allowed: 'node:child_process' },
  'main/card': { forbidden: '../serial/port-stream.ts', allowed: '../errors/witness-error.ts' },
  'main/serial': { forbidden: '../station/counter.ts', allowed: 'serialport' },
  'main/photo': { forbidden: '../card/link.ts', allowed: '../process/launcher.ts' },
  'main/face': { forbidden: '../compare/far.ts', allowed: '../../models/manifest.ts' },
  'main/engine': { forbidden: '../compare/far.ts', allowed: '../face/types.ts' },
  'main/compare': { forbidden: '../engine/engine-process.ts', allowed: '../face/types.ts' },
  'main/cloud': { forbidden: '../station/counter.ts', allowed: '../compare/contract.ts' },
  'main/gateway': { forbidden: '../station/counter.ts', allowed: '../cloud/percent-encode.ts' },
  'main/evaluate': { forbidden: '../card/link.ts', allowed: '../compare/far.ts' },
  'main/desk-lock': { forbidden: '../ipc/contract.ts', allowed: '../errors/witness-error.ts' },
  'main/drift': { forbidden: '../station/counter.ts', allowed: '../compare/score-map.ts' },
  'main/settings': { forbidden: '../station/counter.ts', allowed: '../photo/decoder-settings.ts' },
  'main/records': { forbidden: '../station/counter.ts', allowed: '../compare/verdict.ts' },
  'main/station': { forbidden: '../serial/port-stream.ts', allowed: '../engine/engine-process.ts' },
  'main/ipc': { forbidden: '../electron/security.ts', allowed: '../station/counter-state.ts' },
  'main/demo': { forbidden: '../station/counter.ts', allowed: '../serial/mock-ports.ts' },
  'main/host': { forbidden: '../electron/security.ts', allowed: '../station/counter.ts' },
  'main/browser': { forbidden: '../station/counter.ts', allowed: 'fastify' },
  'main/electron': { forbidden: '../../renderer/main.tsx', allowed: 'electron' },
  'main/start': { forbidden: '../electron/security.ts', allowed: '../host/station.ts' },
  'main/cli': { forbidden: '../electron/start.ts', allowed: '../../models/manifest.ts' },
  renderer: { forbidden: '../main/station/counter-state.ts', allowed: '../main/ipc/contract.ts' },
  'native-bridge/photo-decoder': {
    forbidden: '../../main/card/link.ts',
    allowed: '../../main/process/messages.ts',
  },
  'native-bridge/pseudo-terminal': {
    forbidden: '../../main/card/link.ts',
    allowed: '../../main/errors/witness-error.ts',
  },
  'native-bridge/reader-emulator': {
    forbidden: '../../main/process/messages.ts',
    allowed: '../../main/card/frame.ts',
  },
  models: { forbidden: '../main/face/types.ts', allowed: '../main/errors/witness-error.ts' },
};

describe('the table of rooms', () => {
  test('names the same rooms in CONTRIBUTING.md, in the lint and here', async () => {
    const lint = (await import(join(root, 'eslint-rooms.mjs'))) as { rooms: object };
    const documented = roomsOfTable().filter((room) => room !== 'test');
    expect(documented).toEqual(Object.keys(lint.rooms));
    expect(documented).toEqual(Object.keys(table));
  });

  test.each(Object.entries(table))('holds %s', async (room, { forbidden, allowed }) => {
    const file = `${room}/example.ts`;
    expect(await problemsOf(file, `import '${allowed}';`)).toEqual([]);
    expect(await problemsOf(file, `import '${forbidden}';`)).toEqual([
      expect.stringContaining(`${room} may not import`),
    ]);
  });

  test('lets tests import any room', async () => {
    expect(
      await problemsOf(
        'test/main/card/example.ts',
        "import '../../../main/serial/port-stream.ts';",
      ),
    ).toEqual([]);
  });
});

describe('an import out of its room is found', () => {
  test.each([
    ['through a detour in the path', "import './../serial/../serial/port-stream.ts';"],
    ['of a type', "import type { Port } from '../serial/port-stream.ts';"],
    ['inside a type', "type Port = import('../serial/port-stream.ts').Port;"],
    ['at run time', "await import('../serial/port-stream.ts');"],
    ['at run time, written as a template', 'await import(`../serial/port-stream.ts`);'],
    ['passed on by name', "export { Port } from '../serial/port-stream.ts';"],
    ['passed on whole', "export * from '../serial/port-stream.ts';"],
    ['of a place that is no room', "import '../../docs/example.ts';"],
  ])('%s', async (_, code) => {
    expect(await problemsOf('main/card/example.ts', code)).toHaveLength(1);
  });

  test('in a nested folder', async () => {
    const file = 'main/card/nested/deeper/example.ts';
    expect(await problemsOf(file, "import '../../../serial/port-stream.ts';")).toHaveLength(1);
    expect(await problemsOf(file, "import '../../link.ts';")).toEqual([]);
  });
});

describe('a package is kept to its home', () => {
  test.each([
    ['main/card/example.ts', 'child_process'],
    ['main/face/example.ts', 'node:net'],
    ['main/compare/example.ts', 'http'],
    ['main/card/example.ts', 'react'],
    ['main/ipc/example.ts', 'serialport'],
    ['main/cli/example.ts', 'koffi'],
    ['main/photo/example.ts', 'electron/main'],
    ['renderer/parts/example.tsx', 'fs'],
    ['renderer/parts/example.tsx', 'node:fs/promises'],
    ['renderer/parts/example.tsx', 'sharp'],
    ['test/main/card/example.ts', 'electron'],
  ])('%s may not import %s', async (file, name) => {
    expect(await problemsOf(file, `import '${name}';`)).toHaveLength(1);
  });

  test.each([
    ['test/main/electron/example.ts', 'electron'],
    ['test/native-bridge/pseudo-terminal/example.ts', 'serialport'],
    ['native-bridge/pseudo-terminal/example.ts', 'koffi'],
    ['renderer/example.tsx', 'react-dom/client'],
    ['main/compare/example.ts', 'node:fs/promises'],
  ])('%s may import %s', async (file, name) => {
    expect(await problemsOf(file, `import '${name}';`)).toEqual([]);
  });
});
