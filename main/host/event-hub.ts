import type { EventName } from '../ipc/channels.ts';
import { contract, type EventPayload, type PageRole } from '../ipc/contract.ts';
import { publishEvent } from '../ipc/publish-event.ts';

/** What carries an event to one page. */
export type SendToPage = (channel: string, payload: unknown) => void;

interface Subscriber {
  readonly role: PageRole;
  readonly send: SendToPage;
}

/** Tells each page the events of the contract that are for it. */
export class EventHub {
  readonly #subscribers = new Set<Subscriber>();
  readonly #onLeft: (role: PageRole) => void;

  /** @param onLeft - told when the last page of a role has gone. */
  constructor(onLeft: (role: PageRole) => void = () => undefined) {
    this.#onLeft = onLeft;
  }

  /** Begins to tell a page; returns the way to stop. */
  subscribe = (role: PageRole, send: SendToPage): (() => void) => {
    const subscriber = { role, send };
    this.#subscribers.add(subscriber);
    return () => {
      const isFirstTime = this.#subscribers.delete(subscriber);
      const isLeft = ![...this.#subscribers].some((other) => other.role === role);
      if (isFirstTime && isLeft) this.#onLeft(role);
    };
  };

  /** @param payloadFor - the event as a page of that role gets it; made only if somebody listens. */
  publish<Name extends EventName>(
    name: Name,
    payloadFor: (role: PageRole) => EventPayload<Name>,
  ): void {
    const { roles }: { readonly roles: readonly PageRole[] } = contract.events[name];
    for (const { role, send } of this.#subscribers)
      if (roles.includes(role)) publishEvent(send, name, payloadFor(role));
  }
}
