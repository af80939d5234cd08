import { copyFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeCardPhoto } from '../../../main/demo/card-photo.ts';
import { demoPicture, demoPictures } from '../../../main/demo/demo-picture.ts';
import { makeDoubtfulPhoto } from '../../../main/demo/doubtful-photo.ts';
import type { DemoEngine } from '../../../main/demo/demo-cards.ts';
import { makeFakeCameraVideo } from '../../support/fake-camera/fake-camera-video.ts';

/** What a camera may see. */
export const views = ['holder', 'otherPerson', 'twoPeople', 'nobody'] as const;
export type View = (typeof views)[number];

/** What a card may carry: the holder's photo, or one the holder has hardly resembled since. */
export type CardPhoto = 'clear' | 'doubtful';

const videoOf = (folder: string, view: View): string => join(folder, `${view}.mjpeg`);
const photoOf = (folder: string, photo: CardPhoto): string => join(folder, `${photo}.photo`);

/** Makes the videos and card photos of all journeys, once for all of them. */
export const makeJourneyFiles = async (
  folder: string,
  { analyser, calibration }: DemoEngine,
): Promise<void> => {
  await mkdir(folder, { recursive: true });
  await Promise.all(
    views.map(async (view) => makeFakeCameraVideo(await demoPictures(view), videoOf(folder, view))),
  );
  const [holder, lookalike, frames] = await Promise.all([
    demoPicture('cardPhoto'),
    demoPicture('lookalike'),
    demoPictures('holder'),
  ]);
  await writeFile(photoOf(folder, 'clear'), await makeCardPhoto(analyser, holder));
  const doubtful = await makeDoubtfulPhoto(analyser, calibration, { holder, lookalike, frames });
  await writeFile(photoOf(folder, 'doubtful'), doubtful);
};

/** The photo block of a card. */
export const readCardPhoto = (folder: string, photo: CardPhoto): Promise<Uint8Array> =>
  readFile(photoOf(folder, photo));

/**
 * Puts a video in place of another. Chromium reads the file anew whenever a page opens the camera; one
 * that is open goes on with the file it has.
 */
export const putVideo = async (folder: string, view: View, place: string): Promise<void> => {
  const fresh = `${place}.${view}`;
  await copyFile(videoOf(folder, view), fresh);
  await rename(fresh, place);
};
