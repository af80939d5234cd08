import { Module, register } from 'node:module';
import { pathToFileURL } from 'node:url';
import { app } from './app.ts';
import { onCommand, settings } from './control.ts';
import { standIn } from './electron.ts';
import { windowOf } from './browser-window.ts';
import { plugInDisplay, unplugDisplay } from './screen.ts';

/*
 * The program's process begins here: makes `electron` mean the stand-in, however it is imported, then
 * runs the program's main module and, as Electron does, becomes ready when that has been evaluated.
 */

const place = Symbol.for('electron-stand-in');
Object.defineProperty(globalThis, place, { value: standIn });

const names = Object.keys(standIn);
const source = `
const standIn = globalThis[Symbol.for('electron-stand-in')];
export const { ${names.join(', ')} } = standIn;
export default standIn;`;
const address = `data:text/javascript,${encodeURIComponent(source)}`;
const hooks = `
export const resolve = (specifier, context, next) =>
  /^electron(\\/main|\\/common)?$/.test(specifier)
    ? { url: ${JSON.stringify(address)}, shortCircuit: true }
    : next(specifier, context);`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);

type Load = (request: string, ...rest: readonly unknown[]) => unknown;
const loader = Module as unknown as { _load: Load };
const load = loader._load;
loader._load = (request, ...rest) =>
  /^electron(\/main|\/common)?$/.test(request)
    ? standIn
    : Reflect.apply(load, Module, [request, ...rest]);

Object.defineProperty(process, 'type', { value: 'browser' });

onCommand((command) => {
  switch (command.kind) {
    case 'quit':
      app.quit();
      return;
    case 'close-window':
      windowOf(command.id)?.close();
      return;
    case 'reload':
      windowOf(command.id)?.reload();
      return;
    case 'load':
      // What becomes of it the program's window says; a test may want it to fail.
      windowOf(command.id)
        ?.loadURL(command.url)
        .catch(() => undefined);
      return;
    case 'plant':
      void windowOf(command.id)?.plant(command.url, command.answer);
      return;
    case 'press':
      void windowOf(command.id)?.press(command.input);
      return;
    case 'plug-in-display':
      plugInDisplay();
      return;
    case 'unplug-display':
      unplugDisplay();
  }
});
// The test is gone: so is the person before the screen.
process.once('disconnect', () => process.exit(1));

await import(pathToFileURL(settings.entry).href);
app.becomeReady();
