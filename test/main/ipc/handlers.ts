import { vi, type Mock } from 'vitest';
import { callNames, type CallName } from '../../../main/ipc/channels.ts';
import type { CallHandlers } from '../../../main/ipc/register-calls.ts';

type MockHandlers = { readonly [Name in CallName]: Mock<CallHandlers[Name]> };

/** Handlers that only note that they were called; those that are given answer. */
export const mockHandlers = (given: Partial<CallHandlers> = {}): MockHandlers =>
  Object.fromEntries(
    callNames.map((name) => [name, vi.fn(given[name] ?? (() => Promise.resolve(undefined)))]),
  ) as unknown as MockHandlers;
