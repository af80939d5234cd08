import { writeFile } from 'node:fs/promises';
import sharp from 'sharp';

/** Pixels of the video, as a camera of 0.3 megapixels gives them. */
export const videoSize = { width: 640, height: 480 } as const;

/** Chromium plays such a file at 30 frames a second, over and over; each picture stays for a fifth. */
const framesPerPicture = 6;

/**
 * Writes a video for Chromium's `--use-file-for-fake-video-capture`: Motion JPEG, which is JPEGs one
 * after the other. Chromium's parser wants them baseline, with a marker it knows in front, all of one
 * size; pictures of any other kind are made so.
 *
 * @param pictures - encoded files, at least one.
 * @param file - path that ends in `.mjpeg`, by which Chromium knows the format.
 */
export const makeFakeCameraVideo = async (
  pictures: readonly Uint8Array[],
  file: string,
): Promise<void> => {
  if (pictures.length === 0) throw new RangeError('A video needs at least one picture.');
  if (!file.endsWith('.mjpeg')) throw new RangeError('The name of the video must end in .mjpeg.');
  const frames = await Promise.all(
    pictures.map((picture) =>
      sharp(picture)
        .resize({ ...videoSize, fit: 'cover' })
        .jpeg({ quality: 92, progressive: false, chromaSubsampling: '4:2:0' })
        .toBuffer(),
    ),
  );
  await writeFile(
    file,
    Buffer.concat(frames.flatMap((frame) => Array.from({ length: framesPerPicture }, () => frame))),
  );
};
