import { beforeAll, describe, expect, it } from 'vitest';
import { parseIdCard } from '../../../main/card/id-card.ts';
import { tableFor } from '../../../main/compare/calibration-fit.ts';
import { createCentre } from '../../../main/compare/centring.ts';
import { isFarAtMost } from '../../../main/compare/far.ts';
import { findCalibration } from '../../../main/compare/load-calibration.ts';
import { calibrationFolders } from '../../../main/settings/calibration-folders.ts';
import { DemoCards } from '../../../main/demo/demo-cards.ts';
import { demoPictures } from '../../../main/demo/demo-picture.ts';
import { makeCardPhoto } from '../../../main/demo/card-photo.ts';
import { FacePipeline } from '../../../main/face/face-pipeline.ts';
import { cosineOf, type FaceAnalyser, type TypedImage } from '../../../main/face/types.ts';
import { ChipPhotoDecoder } from '../../../main/photo/chip-photo-decoder.ts';
import type { EmulatedCard } from '../../../native-bridge/reader-emulator/emulated-card.ts';
import { modelsDirectory } from '../face/models.ts';
import { encode, gradient } from '../face/pictures.ts';
import { FakeDemoClock } from './fake-demo-clock.ts';

const calibration = await findCalibration(calibrationFolders());
const traits = { holder: 'adult', validity: 'valid' } as const;

let pipeline: FacePipeline;
let analyses = 0;
let cards: DemoCards;
let holder: readonly TypedImage[];
beforeAll(async () => {
  pipeline = await FacePipeline.load({ modelsDirectory, threads: 1 });
  const analyser: FaceAnalyser = {
    models: pipeline.models,
    analyse: (images) => {
      analyses += 1;
      return pipeline.analyse(images);
    },
  };
  cards = new DemoCards({ analyser, calibration }, new FakeDemoClock());
  holder = (await demoPictures('holder')).map((image) => ({ type: 'FacePic', image }));
});

/** How alike the card's photo is to each picture the camera will show of the holder. */
const likeness = async ({ photo }: EmulatedCard): Promise<readonly number[]> => {
  const { image, decodedBy } = await new ChipPhotoDecoder({ kind: 'none' }).decode(photo);
  expect(decodedBy).toBeUndefined();
  const [chip, ...frames] = await pipeline.analyse([{ type: 'IDPic', image }, ...holder]);
  const centre = createCentre(calibration.centring);
  const centred = centre(chip!.face!.embedding);
  return frames.map(({ face }) => cosineOf(centred, centre(face!.embedding)));
};

const thresholdAt = (far: number): number =>
  tableFor(calibration, 'IDPic', 'FacePic').points.find((point) => isFarAtMost(point.far, far))!
    .threshold;

describe('the cards of the demonstration', () => {
  it('are invented anew for each visit, with a photo that is made once', async () => {
    const first = await cards.make({ ...traits, photo: 'clear' });
    const made = analyses;
    const second = await cards.make({ ...traits, photo: 'clear' });
    expect(analyses).toBe(made);
    expect(second.photo).toEqual(first.photo);
    const names = [first, second].map(({ text }) => parseIdCard(text));
    expect(names).toMatchObject([{ name: '测试1号' }, { name: '测试2号' }]);
  });

  it('have the holder’s photo, by which anybody would know her', async () => {
    const card = await cards.make({ ...traits, photo: 'clear' });
    // What three attempts at 0.1 % have to reach, and more.
    expect(Math.min(...(await likeness(card)))).toBeGreaterThan(0.6);
  });

  it('have a doubtful photo that neither passes nor fails, with one attempt or three', async () => {
    const card = await cards.make({ ...traits, photo: 'doubtful' });
    const cosines = await likeness(card);
    // What a third of 1 % asks for, and what 0.1 % does: the band of three attempts and that of one.
    const [low, high] = [thresholdAt(0.01 / 3), thresholdAt(0.001)];
    expect(Math.min(...cosines)).toBeGreaterThan(low);
    expect(Math.max(...cosines)).toBeLessThan(high);
  });
});

describe('a photo for a card', () => {
  it('cannot be made of a picture without a face', async () => {
    const empty = await encode(gradient(640, 480)).jpeg().toBuffer();
    await expect(makeCardPhoto(pipeline, empty)).rejects.toMatchObject({ code: 'demo.no-face' });
  });
});
