import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { productRoot } from '../settings/product-root.ts';
import { ElectronError } from './electron-error.ts';
import { findElectronProgram } from './electron-program.ts';

/*
 * `npm start`: opens the station's window. Arguments are passed on to Electron. Exit code 2 where
 * there is no Electron, else Electron's own.
 */
const packageDirectory = dirname(createRequire(import.meta.url).resolve('electron/package.json'));

try {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const program = findElectronProgram(packageDirectory, override);
  const station = spawn(program, [productRoot(), ...process.argv.slice(2)], { stdio: 'inherit' });
  station.once('exit', (code) => {
    process.exitCode = code ?? 2;
  });
} catch (caught) {
  if (!(caught instanceof ElectronError)) throw caught;
  process.stderr.write(`${caught.sentence.zh} ${caught.sentence.en}\n`);
  process.exitCode = 2;
}
