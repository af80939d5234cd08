import { isWitnessError, type WitnessError } from '../errors/witness-error.ts';
import { DeskLockError } from './desk-lock-error.ts';
import type { PinStore } from './pin-file.ts';
import { hashPin, isPin, type PinHash } from './pin-hash.ts';

/** Wrong PINs in a row before a pause. */
const triesInARow = 5;
/** Milliseconds of the pause; ten thousand PINs then take sixteen hours and more. */
const pause = 30_000;
/** Milliseconds without anything done at the desk after which it locks itself. */
const idleTime = 10 * 60_000;

/** What pages may know of the lock. */
export interface LockState {
  readonly hasPin: boolean;
  readonly isLocked: boolean;
}

/**
 * The lock of a station's desk. Without a PIN it is never locked. With one, what decides about guests,
 * shows who was here, or changes the station needs it; the guest's part never does.
 */
export class DeskLock {
  readonly #store: PinStore;
  readonly #listeners = new Set<() => void>();
  #pin: PinHash | undefined;
  /** Why the PIN cannot be read: then nothing opens the desk. */
  #problem: WitnessError | undefined;
  #isLocked = false;
  #wrong = 0;
  #pausedUntil = 0;
  #idle: NodeJS.Timeout | undefined;

  private constructor(store: PinStore) {
    this.#store = store;
  }

  /** Opens the lock as a station starts: locked, where there is a PIN or its file cannot be used. */
  static async open(store: PinStore): Promise<DeskLock> {
    const lock = new DeskLock(store);
    try {
      lock.#pin = await store.read();
    } catch (caught) {
      if (!isWitnessError(caught)) throw caught;
      lock.#problem = caught;
    }
    lock.#isLocked = lock.state.hasPin;
    return lock;
  }

  /** Calls back when the state may have changed; returns the way to stop. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  get state(): LockState {
    return {
      hasPin: this.#pin !== undefined || this.#problem !== undefined,
      isLocked: this.#isLocked,
    };
  }

  /** What keeps the PIN from being read; undefined where nothing does. */
  get problem(): WitnessError | undefined {
    return this.#problem;
  }

  /**
   * Something is to be done at the desk; the idle time begins anew.
   *
   * @throws DeskLockError `desk-lock.locked`, `desk-lock.file-unusable`.
   */
  assertOpen(): void {
    if (this.#isLocked) throw this.#problem ?? new DeskLockError('desk-lock.locked');
    this.#startIdle();
  }

  /**
   * @throws DeskLockError `desk-lock.wrong-pin`, `desk-lock.too-many-tries`, `desk-lock.file-unusable`.
   */
  async unlock(pin: string): Promise<void> {
    if (this.#problem) throw this.#problem;
    if (this.#pin === undefined) return;
    const wait = this.#pausedUntil - performance.now();
    if (wait > 0) throw this.#tooMany(wait);
    // Counted before it is checked: many at once are as many tries.
    this.#wrong += 1;
    const isLast = this.#wrong >= triesInARow;
    if (isLast) this.#pausedUntil = performance.now() + pause;
    if (!(await isPin(pin, this.#pin))) {
      if (isLast) {
        this.#wrong = 0;
        throw this.#tooMany(pause);
      }
      throw new DeskLockError('desk-lock.wrong-pin', { left: triesInARow - this.#wrong });
    }
    this.#wrong = 0;
    this.#pausedUntil = 0;
    this.#become(false);
    this.#startIdle();
  }

  /** Locks the desk, where there is a PIN. */
  lock(): void {
    clearTimeout(this.#idle);
    if (this.state.hasPin) this.#become(true);
  }

  /**
   * Sets another PIN, or none. Whoever sets it need not unlock at once.
   *
   * @throws DeskLockError `desk-lock.pin-invalid`, `desk-lock.not-written`; nothing was changed then.
   */
  async change(pin: string | undefined): Promise<void> {
    if (pin !== undefined && !/^\d{4,12}$/.test(pin))
      throw new DeskLockError('desk-lock.pin-invalid');
    const hash = pin === undefined ? undefined : await hashPin(pin);
    await this.#store.write(hash);
    this.#pin = hash;
    this.#tell();
    this.#startIdle();
  }

  /** Forgets its timer. */
  close(): void {
    clearTimeout(this.#idle);
  }

  #tooMany(wait: number): DeskLockError {
    const { file } = this.#store;
    return new DeskLockError('desk-lock.too-many-tries', { seconds: Math.ceil(wait / 1000), file });
  }

  #become(isLocked: boolean): void {
    if (this.#isLocked === isLocked) return;
    this.#isLocked = isLocked;
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  #startIdle(): void {
    clearTimeout(this.#idle);
    if (this.#pin === undefined) return;
    this.#idle = setTimeout(() => {
      this.lock();
    }, idleTime);
    this.#idle.unref();
  }
}
