import { speeds, type Command, type Speed } from '../../main/card/commands.ts';
import type { Reply } from '../../main/card/reply.ts';
import { statusCodes } from '../../main/card/status.ts';
import { encodeBaseInfo, type BaseInfo } from './base-info.ts';
import { CardField } from './card-field.ts';
import type { EmulatedCard } from './emulated-card.ts';
import { statusReply, success } from './reply-frame.ts';
import { encodeSamId, exampleSamId } from './sam-id.ts';

/** What a reader is, whatever card lies on it. */
export interface ReaderIdentity {
  /** The printed identity of its security module; that of the example by default. */
  readonly samId?: string;
  /** The speed it listens at, in bits per second; 115200 by default. */
  readonly speed?: Speed;
}

const selectFailed = 0x81;
const readFailed = 0x41;
const foundSize = 4;
const selectedSize = 8;

/** A reader without its wire: takes commands, gives replies (reader protocol §1.3, §1.4, §3.2). */
export class EmulatedReader {
  readonly field = new CardField();
  readonly #samId: Uint8Array;
  #speed: Speed;

  /** @throws EmulatorError `emulator.bad-sam-id`. */
  constructor(identity: ReaderIdentity = {}) {
    this.#samId = encodeSamId(identity.samId ?? exampleSamId);
    this.#speed = identity.speed ?? speeds[0];
  }

  /** The speed it listens at now. */
  get speed(): Speed {
    return this.#speed;
  }

  /** Plugged in anew: the card is as if just laid down; the speed was stored and stays (§1.1). */
  powerUp(): void {
    this.field.reset();
  }

  /**
   * Carries out a command.
   *
   * @param reshape - changes what a read of text and photo delivers, for readers that misbehave.
   */
  carryOut(command: Command, reshape: (info: BaseInfo) => BaseInfo): Reply {
    const { field } = this;
    switch (command.name) {
      case 'sam-status':
      case 'set-max-rf-bytes':
        return success();
      case 'reset-sam':
        field.reset();
        return success();
      case 'sam-id':
        return success(this.#samId);
      case 'set-speed':
        this.#speed = speeds[command.parameter] ?? this.#speed;
        return success();
      case 'find-card':
        return field.find()
          ? { ...statusReply(statusCodes.cardFound), payload: new Uint8Array(foundSize) }
          : statusReply(statusCodes.cardNotFound);
      case 'select-card':
        return field.select() ? success(new Uint8Array(selectedSize)) : statusReply(selectFailed);
      case 'read-base-info':
      case 'read-base-info-and-fingerprints':
        return replyOf(field.read(), (card) =>
          success(encodeBaseInfo(reshape(baseInfoOf(card, command.name)))),
        );
      case 'read-additional-address':
        return replyOf(field.peek(), ({ additionalAddresses }) =>
          additionalAddresses.length === 0
            ? statusReply(statusCodes.nothingThere)
            : success(additionalAddresses),
        );
      case 'read-management-number':
        return replyOf(field.peek(), ({ managementNumber }) => success(managementNumber));
    }
  }
}

const replyOf = (card: EmulatedCard | undefined, reply: (card: EmulatedCard) => Reply): Reply =>
  card === undefined ? statusReply(readFailed) : reply(card);

/** Fingerprints are sent only when asked for, and then their length always is (§2.1). */
const baseInfoOf = (card: EmulatedCard, name: Command['name']): BaseInfo => {
  const withPrints = name === 'read-base-info-and-fingerprints';
  return {
    text: card.text,
    photo: card.photo,
    fingerprints: withPrints ? card.fingerprints : new Uint8Array(0),
    hasFingerprintLength: withPrints,
  };
};
