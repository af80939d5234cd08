import type { z } from 'zod';
import { toWitnessError } from '../errors/unexpected-error.ts';
import type { WitnessError } from '../errors/witness-error.ts';
import type { CallOutcome } from './bridge.ts';
import { callNames, channelOf, type CallName } from './channels.ts';
import { contract, type CallReply, type CheckedRequest, type PageRole } from './contract.ts';
import { IpcError } from './ipc-error.ts';

/** Who calls, as the host knows it and not as the caller says. */
export interface CallSender {
  /** Origin of the calling document; `null` when it is gone already. */
  readonly origin: string | null;
  /** Whether it fills the window, rather than a frame inside another page. */
  readonly isTopFrame: boolean;
  /** Which page it is, by the window or session it was opened in. */
  readonly role: PageRole;
}

/** What the station does for each call of the contract. */
export type CallHandlers = {
  readonly [Name in CallName]: (
    request: CheckedRequest<Name>,
    sender: CallSender,
  ) => Promise<CallReply<Name>>;
};

/** Answers one call as it came over the wire; never rejects. */
export type AnswerCall = (sender: CallSender, request: unknown) => Promise<CallOutcome>;

export interface RegisterCallsOptions {
  readonly handlers: CallHandlers;
  /** The one origin that may call. */
  readonly ownOrigin: string;
  /** @throws where the desk is locked. */
  readonly assertUnlocked: () => void;
  /** Binds an answer to a channel of the host's wire. */
  readonly register: (channel: string, answer: AnswerCall) => void;
  /** Told of every call that failed or was refused. */
  readonly onError: (error: WitnessError) => void;
}

/**
 * The one place where a page's calls come in. Each is checked for who sends it and for what it
 * carries before its handler sees it, and each ends in a reply or a typed error.
 */
export const registerCalls = (options: RegisterCallsOptions): void => {
  const { handlers, register } = options;
  for (const name of callNames) register(channelOf(name), answerTo(name, handlers[name], options));
};

const answerTo =
  <Name extends CallName>(
    name: Name,
    handle: CallHandlers[Name],
    { ownOrigin, assertUnlocked, onError }: Omit<RegisterCallsOptions, 'handlers' | 'register'>,
  ): AnswerCall =>
  async (sender, request) => {
    try {
      assertOwnPage(sender, ownOrigin, name);
      if (needsUnlocked(name)) assertUnlocked();
      const reply = await handle(checkRequest(name, request), sender);
      return { ok: true, value: contract.calls[name].reply.parse(reply) };
    } catch (caught) {
      const error = toWitnessError(caught);
      onError(error);
      return { ok: false, error: error.toJSON() };
    }
  };

/** A page of ours never frames another, so any frame is somebody else's. */
const assertOwnPage = (sender: CallSender, ownOrigin: string, call: CallName): void => {
  if (sender.origin !== ownOrigin)
    throw new IpcError('ipc.foreign-sender', { call, origin: sender.origin ?? 'gone' });
  if (!sender.isTopFrame) throw new IpcError('ipc.sub-frame', { call });
  const { roles }: { readonly roles: readonly PageRole[] } = contract.calls[call];
  if (!roles.includes(sender.role))
    throw new IpcError('ipc.other-page', { call, role: sender.role });
};

const needsUnlocked = (call: CallName): boolean => 'needsUnlocked' in contract.calls[call];

const checkRequest = <Name extends CallName>(
  call: Name,
  request: unknown,
): CheckedRequest<Name> => {
  const schema: z.ZodType = contract.calls[call].request;
  const parsed = schema.safeParse(request);
  if (parsed.success) return parsed.data as CheckedRequest<Name>;
  const [issue] = parsed.error.issues;
  const where = issue?.path.map(String).join('.') ?? '';
  if (issue?.code === 'too_big')
    throw new IpcError('ipc.too-large', { call, where, maximum: Number(issue.maximum) });
  throw new IpcError('ipc.bad-request', { call, where, reason: issue?.message ?? 'unreadable' });
};
