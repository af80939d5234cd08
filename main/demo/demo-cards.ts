import type { Calibration } from '../compare/calibration.ts';
import type { FaceAnalyser } from '../face/types.ts';
import { makeCard, type EmulatedCard } from '../../native-bridge/reader-emulator/emulated-card.ts';
import { makeCardPhoto } from './card-photo.ts';
import type { DemoClock } from './demo-clock.ts';
import { demoPicture, demoPictures } from './demo-picture.ts';
import type { DemoScene } from './demo-scenes.ts';
import { makeDoubtfulPhoto } from './doubtful-photo.ts';
import { inventCard, type CardTraits } from './invented-card.ts';
import { MadeOnce } from './made-once.ts';

/** The engine that will compare: it finds the faces for the cards' photos, and says what is doubtful. */
export interface DemoEngine {
  readonly analyser: FaceAnalyser;
  readonly calibration: Calibration;
}

/**
 * The cards of the demonstration. Each is invented anew, so that what the station remembers of one
 * card, such as its attempts, is not in the way of the next visit; the photos are made once.
 */
export class DemoCards {
  readonly #clock: Pick<DemoClock, 'now'>;
  readonly #photos: MadeOnce<DemoScene['photo'], Uint8Array>;
  /** Counted over all of them: the demonstration is opened anew when settings change, the station not. */
  static #made = 0;

  constructor({ analyser, calibration }: DemoEngine, clock: Pick<DemoClock, 'now'>) {
    this.#clock = clock;
    this.#photos = new MadeOnce((photo) =>
      photo === 'clear' ? clearPhoto(analyser) : doubtfulPhoto(analyser, calibration),
    );
  }

  /**
   * Invents a card for a visit.
   *
   * @throws DemoError `demo.faces-missing`; EngineError.
   */
  async make({ photo, ...traits }: CardTraits & Pick<DemoScene, 'photo'>): Promise<EmulatedCard> {
    const block = await this.#photos.get(photo);
    return makeCard(inventCard(traits, DemoCards.#made++, this.#clock.now()), block);
  }
}

const clearPhoto = async (analyser: FaceAnalyser): Promise<Uint8Array> =>
  makeCardPhoto(analyser, await demoPicture('cardPhoto'));

const doubtfulPhoto = async (
  analyser: FaceAnalyser,
  calibration: Calibration,
): Promise<Uint8Array> => {
  const [holder, lookalike, frames] = await Promise.all([
    demoPicture('cardPhoto'),
    demoPicture('lookalike'),
    demoPictures('holder'),
  ]);
  return makeDoubtfulPhoto(analyser, calibration, { holder, lookalike, frames });
};
