import type { CardReading } from '../../../main/card/card-reading.ts';
import { CardReader } from '../../../main/card/reader.ts';
import { wireTime } from '../../../main/card/timing.ts';
import { createLocalEngine } from '../../../main/compare/local-engine.ts';
import { makeCardPhoto } from '../../../main/demo/card-photo.ts';
import { demoPicture } from '../../../main/demo/demo-picture.ts';
import { EmulatedCounter } from '../../../main/demo/emulated-counter.ts';
import { inventCard } from '../../../main/demo/invented-card.ts';
import type { FaceAnalyser } from '../../../main/face/types.ts';
import { pipelineVersion } from '../../../main/face/pipeline-version.ts';
import { ChipPhotoDecoder } from '../../../main/photo/chip-photo-decoder.ts';
import { verifyGuest, type VerificationParts } from '../../../main/station/verify-guest.ts';
import {
  makeCard,
  type EmulatedCard,
} from '../../../native-bridge/reader-emulator/emulated-card.ts';
import { shippedCalibration } from '../bench-compare.ts';
import { startBuiltEngine } from '../built-engine.ts';
import { countedOpener, type LineTraffic } from '../counted-channel.ts';
import { figureOf } from '../figures.ts';
import type { Measurement } from '../measurement.ts';

const baudRate = 115_200;
/** Pause between two looks for a card, as shipped: visits begin anywhere in it. */
const pollInterval = 400;

/** Two cards whose photos differ, so that neither is known to the engine when its turn comes. */
const makeCards = (analyser: FaceAnalyser): Promise<readonly EmulatedCard[]> =>
  Promise.all(
    [1, 1.02].map(async (zoom, serial) => {
      const picture = await demoPicture('cardPhoto', { by: [0, 0], zoom, brightness: 1 });
      const traits = { holder: 'adult', validity: 'valid' } as const;
      const description = inventCard(traits, serial, new Date());
      return makeCard(description, await makeCardPhoto(analyser, picture));
    }),
  );

/** The product's own way of comparing. */
const partsOf = async (analyser: FaceAnalyser): Promise<VerificationParts> => {
  const calibration = await shippedCalibration();
  return {
    decoder: new ChipPhotoDecoder({ kind: 'none' }),
    engine: createLocalEngine({ analyser, pipeline: pipelineVersion, calibration }),
    rules: { far: 0.001, review: true },
  };
};

/** What one visit took, in milliseconds. */
interface Visit {
  readonly placed: number;
  readonly found: number;
  readonly wire: number;
}

/** From a card on the reader, an emulated one on a pseudo-terminal, to a verdict over one frame. */
export const cardToVerdict: Measurement = {
  letter: 'f',
  title: 'Card on the reader to verdict',
  run: async ({ quick }) => {
    const { engine } = await startBuiltEngine();
    const cards = await makeCards(engine);
    const parts = await partsOf(engine);
    const frame = await demoPicture('holder');
    const counter = new EmulatedCounter();
    const traffic: LineTraffic = { bytes: 0, latencies: [] };
    const openChannel = countedOpener(counter.port.openChannel, traffic);
    const reader = new CardReader({
      ...{ openChannel, pollInterval, port: { path: counter.port.path, baudRate } },
    });
    const visits: Visit[] = [];
    const wanted = quick ? 6 : 24;
    const verify = async (reading: CardReading): Promise<void> => {
      const { decision } = await verifyGuest(parts, reading, [[{ image: frame, quality: 1 }]]);
      reading.wipe();
      if (decision.verdict !== 'pass') throw new Error(`The verdict was ${decision.verdict}.`);
    };
    let placedAt = performance.now();
    const place = (): void => {
      placedAt = performance.now();
      counter.placeCard(cards[visits.length % 2]);
    };
    let [foundAt, before] = [0, 0];
    place();
    for await (const event of reader.events()) {
      if (event.type === 'arrived') [foundAt, before] = [performance.now(), traffic.bytes];
      if (event.type === 'read-failed') throw event.error;
      if (event.type === 'read') {
        const wire = wireTime(traffic.bytes - before, baudRate);
        await verify(event.reading);
        const ended = performance.now();
        visits.push({ placed: ended - placedAt, found: ended - foundAt, wire });
        counter.liftCard();
      }
      if (event.type === 'removed') {
        if (visits.length > wanted) break;
        // Every phase of the pause between two looks comes once; the reader goes on looking meanwhile.
        setTimeout(place, (visits.length / wanted) * pollInterval);
      }
    }
    await reader.close();
    await counter.close();
    engine.close();
    // The first compiles the JavaScript.
    return figuresOf(visits.slice(1));
  },
};

const figuresOf = (visits: readonly Visit[]): ReturnType<typeof figureOf>[] => {
  const times = { unit: 'ms', better: 'lower' } as const;
  const wire = {
    id: 'f.wire',
    title: 'the card’s bytes and the requests, on a wire of 115200 baud',
  };
  return [
    figureOf(
      {
        id: 'f.placed',
        title: 'card laid down to verdict, pause between looks included',
        unit: 'ms',
        // It scatters on purpose: the pause is anywhere between nothing and all of it.
        better: 'neither',
      },
      visits.map(({ placed }) => placed),
    ),
    figureOf(
      { id: 'f.found', title: 'card found to verdict, read as fast as it goes', ...times },
      visits.map(({ found }) => found),
    ),
    figureOf(
      { ...wire, unit: 'ms', better: 'neither' },
      visits.map(({ wire: time }) => time),
    ),
    figureOf(
      {
        id: 'f.ratio',
        title: '  card found to verdict against the wire',
        unit: '×',
        better: 'lower',
      },
      visits.map(({ found, wire: time }) => found / time),
    ),
  ];
};
