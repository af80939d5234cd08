import type { EventEmitter } from 'node:events';
import type { CDPSession } from 'playwright-core';
import { toElectron } from './app-address.ts';
import { record } from './control.ts';

type Level = Electron.WebContentsConsoleMessageEventParams['level'];

/** As Electron has it, what a page said and what the browser said about it. */
const levels: Readonly<Record<string, Level | undefined>> = {
  error: 'error',
  assert: 'error',
  warning: 'warning',
  verbose: 'debug',
  debug: 'debug',
};

/** Tells the program what appears on the console of a page. */
export const followConsole = async (contents: EventEmitter, session: CDPSession): Promise<void> => {
  const tell = (kind: string, text: string): void => {
    const level = levels[kind] ?? 'info';
    const message = toElectron(text);
    contents.emit('console-message', { level, message });
    record({ kind: 'console', level, message });
  };
  session.on('Runtime.consoleAPICalled', ({ type, args }) => {
    tell(type, args.map(({ value, description }) => String(value ?? description)).join(' '));
  });
  session.on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception } }) => {
    tell('error', `${text} ${exception?.description ?? ''}`);
  });
  session.on('Log.entryAdded', ({ entry: { level, text } }) => {
    tell(level, text);
  });
  await session.send('Log.enable');
};
