import { channelOf, type EventName } from './channels.ts';
import { contract, type EventPayload } from './contract.ts';

/**
 * Sends an event to a page, through its schema: a field the contract does not name stays behind.
 *
 * @param send - the host's wire.
 */
export const publishEvent = <Name extends EventName>(
  send: (channel: string, payload: unknown) => void,
  name: Name,
  payload: EventPayload<Name>,
): void => {
  send(channelOf(name), contract.events[name].payload.parse(payload));
};
