import { z } from 'zod';

/** Whether the desk has a lock, and whether it is locked. */
export const lockSchema = z.object({ hasPin: z.boolean(), isLocked: z.boolean() });
export type ShownLock = z.output<typeof lockSchema>;
