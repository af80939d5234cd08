import { createHash } from 'node:crypto';
import type { Calibration } from './calibration.ts';

/**
 * What a calibration's id ends in: a digest of everything its thresholds rest on. A table that was
 * edited by hand no longer agrees with its id. It tells slips and typed-in thresholds, not an attacker
 * who can write the id, too.
 */
export const calibrationDigest = ({
  models,
  engine,
  centring,
  tables,
}: Pick<Calibration, 'models' | 'engine' | 'centring' | 'tables'>): string =>
  createHash('sha256')
    .update(JSON.stringify({ models, engine, centring, tables }, inOrder))
    .digest('hex')
    .slice(0, 8);

/** The same text whatever order the keys came in. */
const inOrder = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
