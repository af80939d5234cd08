import { spawn, type ChildProcess } from 'node:child_process';
import { outputLimit } from '../../native-bridge/photo-decoder/chip-photo-size.ts';
import { timedOut } from './decoder-failure.ts';
import { PhotoError } from './photo-error.ts';
import { readableTail } from './readable-tail.ts';

export interface CommandRequest {
  readonly command: string;
  readonly args: readonly string[];
  /** What the command reads on stdin. */
  readonly input: Uint8Array;
  /** The working directory. */
  readonly directory: string;
  /** Milliseconds until the command is stopped. */
  readonly timeout: number;
  /** Stops the command at once. */
  readonly stop: AbortSignal;
}

export interface CommandResult {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: Uint8Array;
  /** The end of what it wrote to stderr, fit for a message. */
  readonly stderr: string;
}

/** Bytes of stderr kept, counted from the end. */
const stderrLimit = 8192;

/**
 * Runs a decoder command to its end, or stops it and every process it started.
 *
 * @returns how it ended, whether well or not.
 * @throws PhotoError `photo.command-not-started`, `photo.decoder-timed-out`,
 *   `photo.command-output-too-long`, `photo.decoder-closed`.
 */
export const runCommand = (request: CommandRequest): Promise<CommandResult> =>
  new Promise((resolve, reject) => {
    const { command, timeout, stop } = request;
    if (stop.aborted) {
      reject(new PhotoError('photo.decoder-closed'));
      return;
    }
    const notStarted = (cause: unknown): PhotoError => {
      const { code, message } = cause as NodeJS.ErrnoException;
      return new PhotoError(
        'photo.command-not-started',
        { command, reason: code ?? message },
        { cause },
      );
    };

    let child: ReturnType<typeof start>;
    try {
      child = start(request);
    } catch (caught) {
      reject(notStarted(caught));
      return;
    }
    const settle = (finish: () => void): void => {
      clearTimeout(timer);
      stop.removeEventListener('abort', onStop);
      process.off('exit', onExit);
      finish();
    };
    const kill = (error: PhotoError): void => {
      settle(() => {
        killWithDescendants(child);
        // A descendant that got away may keep the pipes open for ever.
        child.stdout.destroy();
        child.stderr.destroy();
        reject(error);
      });
    };
    const onStop = (): void => {
      kill(new PhotoError('photo.decoder-closed'));
    };
    const onExit = (): void => {
      killWithDescendants(child);
    };
    const timer = setTimeout(() => {
      kill(timedOut(timeout));
    }, timeout);
    stop.addEventListener('abort', onStop);
    process.on('exit', onExit);

    const stdout: Buffer[] = [];
    let stdoutLength = 0;
    let stderr: Buffer = Buffer.alloc(0);
    child.stdout.on('data', (chunk: Buffer) => {
      stdoutLength += chunk.length;
      if (stdoutLength <= outputLimit) stdout.push(chunk);
      else kill(new PhotoError('photo.command-output-too-long', { limit: outputLimit }));
    });
    child.stderr.on('data', (chunk: Buffer) => {
      stderr = Buffer.concat([stderr, chunk]).subarray(-stderrLimit);
    });
    child.once('error', (error) => {
      settle(() => {
        reject(notStarted(error));
      });
    });
    child.once('close', (code, signal) => {
      settle(() => {
        const output = new Uint8Array(Buffer.concat(stdout));
        resolve({ code, signal, stdout: output, stderr: readableTail(stderr) });
      });
    });
    // A command that ends without reading breaks the pipe; its exit and output say the rest.
    child.stdin.on('error', () => undefined);
    child.stdin.end(request.input);
  });

const isWindows = process.platform === 'win32';

const start = ({ command, args, directory }: CommandRequest) =>
  // Detached, because a process group of its own can be killed as a whole.
  spawn(command, args, {
    cwd: directory,
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: !isWindows,
    windowsHide: true,
  });

const killWithDescendants = (child: ChildProcess): void => {
  if (child.pid === undefined) return;
  if (isWindows) {
    const taskkill = spawn('taskkill', ['/pid', String(child.pid), '/t', '/f'], {
      windowsHide: true,
    });
    taskkill.once('error', () => child.kill());
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch (caught) {
    const isGone = (caught as NodeJS.ErrnoException).code === 'ESRCH';
    if (!isGone) throw caught;
  }
};
