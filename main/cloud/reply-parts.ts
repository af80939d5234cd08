import { z } from 'zod';

/** A decimal, as a number or as text; the SDKs take both, so both may be sent. */
export const decimal = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i)
      .transform(Number),
  ])
  .pipe(z.number());

/** 0 to 100, as it comes: 0.98 is 0.98 of 100 and never a share of 1. */
export const score = decimal.pipe(z.number().min(0).max(100));

/** Undefined for what is no JSON. The parser's own error would quote the text, and is not kept. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** What a code or a request number looks like; anything else is not passed on. */
export const harmless = (text: unknown): string | undefined =>
  typeof text === 'string' && /^[\w.-]{1,64}$/.test(text) ? text : undefined;
