import { createHash } from 'node:crypto';
import { access, mkdir, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { GatewayError, reasonOf } from './gateway-error.ts';
import { countWith } from './rate-counter.ts';
import type { Rate, RequestMemory } from './request-memory.ts';

const minute = 60_000;

/** Marks that can be forgotten together lie in one folder. */
const spanOf = (until: number): number => Math.floor(until / (10 * minute));

const hasErrorCode = (caught: unknown, code: string): boolean =>
  (caught as NodeJS.ErrnoException).code === code;

/**
 * A memory in a folder. A mark is an empty file named by its hash: making a file that must not be there
 * is one step for the operating system, whichever program asks, and files outlive the program. A
 * power failure may lose the marks of the last seconds. Rates are counted in this program alone.
 */
export class FolderMemory implements RequestMemory {
  readonly #folder: string;
  readonly #now: () => Date;
  readonly #limiter: RateLimiterMemory;
  readonly #timer: NodeJS.Timeout;

  private constructor(folder: string, rate: Rate, now: () => Date) {
    this.#folder = folder;
    this.#now = now;
    this.#limiter = new RateLimiterMemory({ points: rate.requests, duration: rate.seconds });
    this.#timer = setInterval(() => void this.forget().catch(() => undefined), 5 * minute).unref();
  }

  /** @throws GatewayError `gateway.memory-unusable` */
  static async open(folder: string, rate: Rate, now: () => Date): Promise<FolderMemory> {
    const memory = new FolderMemory(folder, rate, now);
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await memory.forget();
      await memory.check();
      return memory;
    } catch (cause) {
      await memory.close();
      throw unusable(cause);
    }
  }

  async remember(mark: string, until: number): Promise<boolean> {
    const name = createHash('sha256').update(mark).digest('base64url');
    const span = spanOf(until);
    try {
      // The same mark with another end is no copy of a request, but no new mark either.
      for (const other of await this.#spans()) {
        if (other !== span && (await isThere(join(this.#folder, String(other), name))))
          return false;
      }
      const folder = join(this.#folder, String(span));
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await (await open(join(folder, name), 'wx', 0o600)).close();
      return true;
    } catch (cause) {
      if (hasErrorCode(cause, 'EEXIST')) return false;
      throw unusable(cause);
    }
  }

  count(who: string): Promise<number> {
    return countWith(this.#limiter, who);
  }

  async check(): Promise<void> {
    const probe = join(this.#folder, 'probe');
    try {
      await (await open(probe, 'w', 0o600)).close();
      await rm(probe, { force: true });
    } catch (cause) {
      throw unusable(cause);
    }
  }

  close(): Promise<void> {
    clearInterval(this.#timer);
    return Promise.resolve();
  }

  /** Forgets what may be forgotten. */
  async forget(): Promise<void> {
    const current = spanOf(this.#now().getTime());
    const past = (await this.#spans()).filter((span) => span < current);
    for (const span of past) {
      await rm(join(this.#folder, String(span)), { recursive: true, force: true });
    }
  }

  async #spans(): Promise<readonly number[]> {
    const names = await readdir(this.#folder);
    return names.filter((name) => /^\d+$/.test(name)).map(Number);
  }
}

const isThere = async (file: string): Promise<boolean> => {
  try {
    await access(file);
    return true;
  } catch (cause) {
    if (hasErrorCode(cause, 'ENOENT')) return false;
    throw cause;
  }
};

const unusable = (cause: unknown): GatewayError =>
  cause instanceof GatewayError
    ? cause
    : new GatewayError('gateway.memory-unusable', { reason: reasonOf(cause) }, { cause });
