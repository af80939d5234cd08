import type { MaskedReading } from '../card/card-reading.ts';
import type { CardReader } from '../card/reader.ts';
import type { CompareEngine } from '../compare/contract.ts';
import { isWitnessError, type Sentence, type WitnessError } from '../errors/witness-error.ts';
import { ChipPhotoDecoder } from '../photo/chip-photo-decoder.ts';
import { verifyGuest, type Verification, type VerificationParts } from '../station/verify-guest.ts';
import type { ReaderEmulator } from '../../native-bridge/reader-emulator/reader-emulator.ts';
import type { DemoGuest } from './demo-guests.ts';
import { withCard } from './reader-session.ts';

/** What came of one guest's visit. */
export interface DemoVisit {
  readonly says: Sentence;
  readonly reading: MaskedReading;
  readonly result: Verification | WitnessError;
  readonly asExpected: boolean;
}

interface Counter {
  readonly guest: DemoGuest;
  readonly emulator: ReaderEmulator;
  readonly reader: CardReader;
  readonly engine: CompareEngine;
  readonly rules: VerificationParts['rules'];
  readonly signal: AbortSignal;
}

/** The guest lays down the card, is compared, and takes it away again. */
export const receiveGuest = async (counter: Counter): Promise<DemoVisit> => {
  const { guest, emulator, reader, engine, rules, signal } = counter;
  // The emulated card carries WebP, which needs no decoder.
  const decoder = new ChipPhotoDecoder({ kind: 'none' });
  emulator.placeCard(guest.card);
  try {
    return await withCard(reader, { timeout: 30_000, signal }, async (reading) => {
      const result = await verifyGuest({ decoder, engine, rules }, reading, [guest.frame]).catch(
        (caught: unknown) => {
          if (isWitnessError(caught)) return caught;
          throw caught;
        },
      );
      const came = isWitnessError(result) ? result.code : result.decision.verdict;
      const asExpected = came === guest.expected;
      return { says: guest.says, reading: reading.toJSON(), result, asExpected };
    });
  } finally {
    emulator.liftCard();
    decoder.dispose();
  }
};
