import { toWitnessError } from '../errors/unexpected-error.ts';
import type { CallContract, CallMessage, ChildMessage } from './messages.ts';
import { connectToParent } from './parent-port.ts';

/**
 * The main loop of a child process: prepares, says it is ready, then answers one call at a time in
 * the order they came. An error of a call goes back to its caller; an error while preparing is sent
 * as a refusal to start. The child ends when its parent does.
 *
 * @param handle - answers one call.
 * @param prepare - work to do once before the first call; its value reaches the parent.
 */
export const serveCalls = <Contract extends CallContract>(
  handle: (request: Contract['request']) => Promise<Contract['reply']>,
  prepare?: () => Promise<Contract['hello']>,
): void => {
  const parent = connectToParent();
  const send = (message: ChildMessage): void => {
    parent.send(message);
  };
  parent.onParentGone(() => {
    process.exit(0);
  });

  const answer = async (call: CallMessage): Promise<void> => {
    try {
      send({ kind: 'reply', id: call.id, reply: await handle(call.request) });
    } catch (caught) {
      send({ kind: 'error', id: call.id, error: toWitnessError(caught).toJSON() });
    }
  };
  const start = async (): Promise<boolean> => {
    try {
      send({ kind: 'ready', hello: await prepare?.() });
      return true;
    } catch (caught) {
      send({ kind: 'refused', error: toWitnessError(caught).toJSON() });
      return false;
    }
  };

  let previous: Promise<unknown> = start();
  parent.onMessage((message) => {
    previous = previous.then(() => answer(message as CallMessage));
  });
};
