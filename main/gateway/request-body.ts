import type { Readable } from 'node:stream';

/** Why a body was not read to its end. */
export class BodyRefused extends Error {
  override readonly name = 'BodyRefused';
  readonly reason: 'too-large' | 'busy' | 'broken-off';

  constructor(reason: BodyRefused['reason'], options?: { readonly cause?: unknown }) {
    super(`request body: ${reason}`, options);
    this.reason = reason;
  }
}

/** Bytes all bodies together may take while their requests are served. */
export class BodyBudget {
  readonly #limit: number;
  #taken = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Bytes taken now. */
  get taken(): number {
    return this.#taken;
  }

  /** The part of one request. It must be given back, whatever comes of the request. */
  lease(): BodyLease {
    let held = 0;
    return {
      take: (bytes) => {
        if (this.#taken + bytes > this.#limit) return false;
        this.#taken += bytes;
        held += bytes;
        return true;
      },
      giveBack: () => {
        this.#taken -= held;
        held = 0;
      },
    };
  }
}

export interface BodyLease {
  /** @returns whether there was room for that many more bytes. */
  take(bytes: number): boolean;
  giveBack(): void;
}

/**
 * Reads a body, counting as it comes: two of the three `CompareFaces` layouts do not say its length.
 *
 * @throws BodyRefused
 */
export const readBody = async (
  body: Readable,
  { limit, lease, length }: BodyRules,
): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    if (length > limit) throw new BodyRefused('too-large');
    for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > limit) throw new BodyRefused('too-large');
      if (!lease.take(chunk.length)) throw new BodyRefused('busy');
      chunks.push(chunk);
    }
  } catch (cause) {
    throw cause instanceof BodyRefused ? cause : new BodyRefused('broken-off', { cause });
  }
  return Buffer.concat(chunks, bytes);
};

interface BodyRules {
  readonly limit: number;
  readonly lease: BodyLease;
  /** What the request says; 0 where it does not. */
  readonly length: number;
}

/** What may come after a request was refused, and for how long: more than an honest program sends. */
const drainLimits = { bytes: 64 * 1024 * 1024, ms: 5000 };

/**
 * Reads what is left of a body and throws it away. Many programs write all of a request before they
 * read; if the connection were closed under them they would never see why.
 */
export const drain = (body: Readable): Promise<void> =>
  new Promise((resolve) => {
    if (body.readableEnded || body.destroyed) {
      resolve();
      return;
    }
    let bytes = 0;
    const timer = setTimeout(resolve, drainLimits.ms);
    const finish = (): void => {
      clearTimeout(timer);
      resolve();
    };
    body.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > drainLimits.bytes) finish();
    });
    body.once('end', finish).once('close', finish).once('error', finish);
  });
