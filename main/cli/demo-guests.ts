import type { Sentence } from '../errors/witness-error.ts';
import type { FaceAnalyser } from '../face/types.ts';
import { makeCard, type EmulatedCard } from '../../native-bridge/reader-emulator/emulated-card.ts';
import { sampleCards } from '../../native-bridge/reader-emulator/sample-cards.ts';
import { makeCardPhoto } from './card-photo.ts';
import { demoImage, type DemoImage } from './demo-faces.ts';

/** Somebody who comes to the demonstration's counter. */
export interface DemoGuest {
  readonly says: Sentence;
  readonly card: EmulatedCard;
  /** What the camera sees. */
  readonly frame: Uint8Array;
  /** What should come of it: a verdict, or the error's code. */
  readonly expected: 'pass' | 'fail' | 'Error.NoFaceDetected';
}

const cast: readonly (Pick<DemoGuest, 'says' | 'expected'> & { readonly frame: DemoImage })[] = [
  {
    says: { en: 'The holder of the card', zh: '持卡人本人' },
    frame: 'samePerson',
    expected: 'pass',
  },
  {
    says: { en: 'Another person with the same card', zh: '他人持同一张证件' },
    frame: 'otherPerson',
    expected: 'fail',
  },
  {
    says: { en: 'Nobody before the camera', zh: '摄像头前无人' },
    frame: 'emptyScene',
    expected: 'Error.NoFaceDetected',
  },
];

/**
 * Makes the guests: an invented card with a real chip-sized photo, and a frame for each.
 *
 * @throws CliError `cli.demo-faces-missing`.
 */
export const demoGuests = async (analyser: FaceAnalyser): Promise<readonly DemoGuest[]> => {
  const photo = await makeCardPhoto(analyser, await demoImage('cardPhoto'));
  const card = makeCard(sampleCards.resident, photo);
  return Promise.all(
    cast.map(async ({ says, frame, expected }) => ({
      says,
      card,
      frame: await demoImage(frame),
      expected,
    })),
  );
};
