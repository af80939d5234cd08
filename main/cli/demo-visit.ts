import type { MaskedReading } from '../card/card-reading.ts';
import type { CardReader } from '../card/reader.ts';
import type { CompareEngine } from '../compare/contract.ts';
import { findScene, type DemoSceneId } from '../demo/demo-scenes.ts';
import type { Demo } from '../demo/open-demo.ts';
import { isWitnessError, type Sentence, type WitnessError } from '../errors/witness-error.ts';
import { ChipPhotoDecoder } from '../photo/chip-photo-decoder.ts';
import type { ChosenFrames } from '../station/frame-chooser.ts';
import { verifyGuest, type Verification, type VerificationParts } from '../station/verify-guest.ts';
import { withCard } from './reader-session.ts';

/** What came of one guest's visit. */
export interface DemoVisit {
  readonly says: Sentence;
  readonly reading: MaskedReading;
  readonly result: Verification | WitnessError;
  readonly asExpected: boolean;
}

/** Somebody who comes to the demonstration's counter. */
export interface DemoGuest {
  readonly scene: DemoSceneId;
  /** What should come of it: a verdict, or the error's code. */
  readonly expected: 'pass' | 'fail' | 'Error.NoFaceDetected';
}

interface Counter {
  readonly guest: DemoGuest;
  readonly demo: Demo;
  readonly reader: CardReader;
  readonly engine: CompareEngine;
  readonly rules: VerificationParts['rules'];
  readonly signal: AbortSignal;
}

/** The guest lays down the card, is compared, and takes it away again. */
export const receiveGuest = async (counter: Counter): Promise<DemoVisit> => {
  const { guest, demo, reader, engine, rules, signal } = counter;
  const says = findScene(guest.scene).label;
  const pictures = (await demo.pictures(guest.scene)).slice(0, 1);
  const moments = pictures.map((image): ChosenFrames => [{ image, quality: 1 }]);
  // The emulated card carries WebP, which needs no decoder.
  const decoder = new ChipPhotoDecoder({ kind: 'none' });
  await demo.play(guest.scene);
  try {
    return await withCard(reader, { timeout: 30_000, signal }, async (reading) => {
      const result = await verifyGuest({ decoder, engine, rules }, reading, moments).catch(
        (caught: unknown) => {
          if (isWitnessError(caught)) return caught;
          throw caught;
        },
      );
      const came = isWitnessError(result) ? result.code : result.decision.verdict;
      return { says, reading: reading.toJSON(), result, asExpected: came === guest.expected };
    });
  } finally {
    demo.finish();
    decoder.dispose();
  }
};
