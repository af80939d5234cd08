import type { Reply } from '../../main/card/reply.ts';
import { send, unplug, type Delivery } from './delivery.ts';
import type { EmulatedCard } from './emulated-card.ts';
import { EmulatedReader, type ReaderIdentity } from './emulated-reader.ts';
import type { EmulatorEvent } from './emulator-event.ts';
import { FaultList } from './fault-list.ts';
import type { FaultContext, FaultEffect } from './fault-effects.ts';
import type { Incoming } from './reader-line.ts';
import { encodeReply, statusReply } from './reply-frame.ts';
import { parseRequest, refusals, type Request } from './request.ts';

/** A reader and what goes wrong with it: decides for each request what leaves on the wire. */
export class FaultyReader {
  readonly faults = new FaultList();
  readonly counters = { commands: 0, reads: 0, badChecksums: 0, badLengths: 0, faults: 0 };
  readonly #reader: EmulatedReader;
  readonly #emit: (event: EmulatorEvent) => void;
  #previous: Uint8Array | undefined;

  /** @throws EmulatorError `emulator.bad-sam-id`. */
  constructor(identity: ReaderIdentity, emit: (event: EmulatorEvent) => void) {
    this.#reader = new EmulatedReader(identity);
    this.#emit = emit;
  }

  /** The speed it listens at, in bits per second. */
  get speed(): number {
    return this.#reader.speed;
  }

  powerUp(): void {
    this.#reader.powerUp();
    this.#previous = undefined;
  }

  placeCard(card: EmulatedCard): void {
    this.#reader.field.place(card);
    this.#emit({ type: 'card-placed' });
  }

  liftCard(): void {
    if (this.#reader.field.card === undefined) return;
    this.#reader.field.lift();
    this.#emit({ type: 'card-lifted' });
  }

  /** Takes a request, lets the faults strike, and says what to send. */
  answer(incoming: Incoming): Delivery {
    const request = requestOf(incoming);
    const name = request.kind === 'command' ? request.command.name : request.name;
    const effects = this.faults.strike(name);
    this.#count(incoming, effects);
    for (const { before } of effects) {
      if (before === 'lift') this.liftCard();
      if (before === 'unplug') return [unplug];
    }
    const context: FaultContext = {
      previous: this.#previous,
      card: this.#reader.field.card,
      count: this.counters.commands,
    };
    const reply = this.#reply(request, effects, context);
    this.#emit({ type: 'command', name, sw3: reply?.sw3 ?? null, faulty: effects.length > 0 });
    if (reply === null) return [];
    const frame = encodeReply(reply);
    this.#previous = frame;
    return effects.reduce<Delivery>(
      (delivery, effect) => effect.delivery?.(delivery, context) ?? delivery,
      [send(frame)],
    );
  }

  #reply(request: Request, effects: readonly FaultEffect[], context: FaultContext): Reply | null {
    const instead = effects.find((effect) => effect.instead !== undefined)?.instead;
    const reply = instead === undefined ? this.#carryOut(request, effects) : instead();
    if (reply === null) return null;
    return effects.reduce((changed, effect) => effect.reply?.(changed, context) ?? changed, reply);
  }

  #carryOut(request: Request, effects: readonly FaultEffect[]): Reply {
    if (request.kind === 'refused') return statusReply(request.sw3);
    const { field } = this.#reader;
    const before = field.state;
    const reply = this.#reader.carryOut(request.command, (info) =>
      effects.reduce((changed, effect) => effect.baseInfo?.(changed) ?? changed, info),
    );
    if (field.state === 'read' && before !== 'read') {
      this.counters.reads += 1;
      this.#emit({ type: 'card-read' });
    }
    return reply;
  }

  #count(incoming: Incoming, effects: readonly FaultEffect[]): void {
    this.counters.commands += 1;
    if (effects.length > 0) this.counters.faults += 1;
    if (incoming.kind === 'body') return;
    if (incoming.sw3 === refusals.badChecksum) this.counters.badChecksums += 1;
    else this.counters.badLengths += 1;
  }
}

const requestOf = (incoming: Incoming): Request =>
  incoming.kind === 'body'
    ? parseRequest(incoming.body)
    : { kind: 'refused', sw3: incoming.sw3, name: undefined };
