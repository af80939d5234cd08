import type { CommandSettings } from '../../../main/photo/decoder-settings.ts';

/** Programs for `node -e` that stand in for decoder commands. */

const writePicture = `
  const bmp = Buffer.alloc(38862);
  bmp.write('BM');
  bmp.writeUInt32LE(54, 10);
  bmp.writeUInt32LE(40, 14);
  bmp.writeInt32LE(102, 18);
  bmp.writeInt32LE(126, 22);
  bmp.writeUInt16LE(1, 26);
  bmp.writeUInt16LE(24, 28);
  for (let y = 0; y < 126; y++)
    for (let x = 0; x < 102; x++)
      bmp.set([(x + y + seed) & 255, 2 * y, 2 * x], 54 + (125 - y) * 308 + x * 3);
  process.stdout.write(bmp);
`;
const readPhoto = `
  const fs = require('node:fs');
  const wlt = fs.readFileSync(0);
  if (wlt.length !== 1024 || wlt.toString('latin1', 0, 2) !== 'WL') process.exit(9);
  const seed = wlt[11];
`;

export const commandScripts = {
  good: `${readPhoto} ${writePicture}`,
  leavesFiles: `${readPhoto} fs.writeFileSync('zp.bmp', wlt); ${writePicture}`,
  ignoresInput: `process.stdin.destroy(); const seed = 5; ${writePicture}`,
  hangs: `setInterval(() => {}, 1000)`,
  refuses: `${readPhoto} console.error('no licence for this reader'); process.exitCode = 3`,
  echoesPhoto: `${readPhoto} console.error('bad photo ' + wlt.toString('hex')); process.exitCode = 3`,
  floodsErrors: `process.stderr.write('very bad '.repeat(500000) + 'the end', () => process.exit(4))`,
  rubbish: `${readPhoto} process.stdout.write('picture? no')`,
  rubbishOfRightLength: `${readPhoto} process.stdout.write(Buffer.alloc(38862, 0x42))`,
  tooMuch: `const more = () => process.stdout.write(Buffer.alloc(65536), more); more()`,
  crashes: `process.kill(process.pid, 'SIGSEGV'); setInterval(() => {}, 1000)`,
  /** Argument: a folder to hold as a lock; fails if another run holds it. */
  exclusive: `${readPhoto} fs.mkdirSync(process.argv[1]); ${writePicture} fs.rmdirSync(process.argv[1])`,
  /** Argument: a socket. Starts a descendant that connects to it and, like the command, never ends. */
  withDescendant: `
    require('node:child_process').spawn(process.execPath, ['-e',
      "require('node:net').connect(process.argv[1]).resume().unref(); setInterval(() => {}, 1000)",
      process.argv[1]], { stdio: 'inherit' });
    setInterval(() => {}, 1000);
  `,
} as const;

/** Settings of a command decoder that runs one of the scripts. */
export const commandFor = (
  script: keyof typeof commandScripts,
  options: { readonly args?: readonly string[]; readonly timeout?: number } = {},
): CommandSettings => ({
  kind: 'command',
  command: process.execPath,
  args: ['-e', commandScripts[script], ...(options.args ?? [])],
  needsReader: false,
  timeout: options.timeout ?? 25_000,
});
