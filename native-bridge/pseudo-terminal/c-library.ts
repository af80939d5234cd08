import { getSystemErrorName } from 'node:util';
import koffi, { type LibraryHandle } from 'koffi';
import { PseudoTerminalError } from './pseudo-terminal-error.ts';

/** The calls of the C library that make a pseudo-terminal (POSIX.1-2017, `stdlib.h` and `termios.h`). */
export interface TerminalCalls {
  openMaster(flags: number): number;
  grant(master: number): number;
  unlock(master: number): number;
  /** The path of the port that belongs to a master, such as `/dev/pts/3`. */
  portPath(master: number): string;
  setDescriptorFlags(descriptor: number, flags: number): number;
  setStatusFlags(descriptor: number, flags: number): number;
  getAttributes(descriptor: number, attributes: Uint8Array): number;
  setAttributes(descriptor: number, attributes: Uint8Array): number;
  makeRaw(attributes: Uint8Array): void;
  outputSpeed(attributes: Uint8Array): number;
}

/** Room for a `struct termios`: 60 bytes on Linux, 72 on macOS. Its inside is left to the C library. */
export const attributesSize = 256;

/** FD_CLOEXEC of `fcntl.h`, the same on Linux and macOS: children do not inherit the descriptor. */
export const closeOnExec = 1;

const fcntlSetDescriptorFlags = 2; // F_SETFD
const fcntlSetStatusFlags = 4; // F_SETFL
const applyNow = 0; // TCSANOW
const pathSize = 128;

let calls: TerminalCalls | undefined;

/**
 * The calls, bound once. The C library is in the process already, so nothing is loaded from a path.
 *
 * @throws PseudoTerminalError `pseudo-terminal.unsupported` where there are none (Windows).
 */
export const terminalCalls = (): TerminalCalls => {
  calls ??= bind();
  return calls;
};

/** @throws PseudoTerminalError `pseudo-terminal.failed`, naming the call and the system's reason, for a result below 0. */
export const checked = (call: string, result: number): number => {
  if (result >= 0) return result;
  throw failure(call, koffi.errno());
};

const failure = (call: string, errno: number): PseudoTerminalError =>
  new PseudoTerminalError('pseudo-terminal.failed', { call, reason: getSystemErrorName(-errno) });

const bind = (): TerminalCalls => {
  const { platform } = process;
  if (platform === 'win32') {
    throw new PseudoTerminalError('pseudo-terminal.unsupported', { platform });
  }
  const library = koffi.load(null);
  const fcntl: (fd: number, command: number, type: 'int', value: number) => number = library.func(
    'int fcntl(int fd, int command, ...)',
  );
  const tcsetattr: (fd: number, when: number, attributes: Uint8Array) => number = library.func(
    'int tcsetattr(int fd, int when, const uint8_t *attributes)',
  );
  return {
    openMaster: library.func('int posix_openpt(int flags)'),
    grant: library.func('int grantpt(int master)'),
    unlock: library.func('int unlockpt(int master)'),
    portPath:
      platform === 'darwin' ? library.func('str ptsname(int master)') : bindLinuxPortPath(library),
    setDescriptorFlags: (fd, flags) => fcntl(fd, fcntlSetDescriptorFlags, 'int', flags),
    setStatusFlags: (fd, flags) => fcntl(fd, fcntlSetStatusFlags, 'int', flags),
    getAttributes: library.func('int tcgetattr(int fd, _Out_ uint8_t *attributes)'),
    setAttributes: (fd, attributes) => tcsetattr(fd, applyNow, attributes),
    makeRaw: library.func('void cfmakeraw(_Inout_ uint8_t *attributes)'),
    outputSpeed: library.func('unsigned int cfgetospeed(const uint8_t *attributes)'),
  };
};

const bindLinuxPortPath = (library: LibraryHandle): TerminalCalls['portPath'] => {
  const ptsnameR: (fd: number, buffer: Uint8Array, size: number) => number = library.func(
    'int ptsname_r(int master, _Out_ uint8_t *buffer, size_t size)',
  );
  return (master) => {
    const buffer = Buffer.alloc(pathSize);
    const errno = ptsnameR(master, buffer, buffer.length);
    if (errno !== 0) throw failure('ptsname_r', errno);
    return buffer.toString('latin1', 0, buffer.indexOf(0));
  };
};
