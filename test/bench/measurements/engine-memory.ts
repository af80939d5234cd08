import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { samplePhotograph } from '../../main/face/sample-faces.ts';
import { twoFrames } from '../bench-photographs.ts';
import { startBuiltEngine } from '../built-engine.ts';
import { openBenchCompare } from '../bench-compare.ts';
import { figureOf } from '../figures.ts';
import type { Measurement } from '../measurement.ts';

/** Megabytes of a process in memory, and the most it ever had (`proc(5)`). */
const residentOf = async (pid: number): Promise<{ now: number; most: number }> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const megabytes = (field: string): number =>
    Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? NaN) / 1024;
  return { now: megabytes('VmRSS'), most: megabytes('VmHWM') };
};

/** Memory of the engine's process, of several started one after the other. */
export const engineMemory: Measurement = {
  letter: 'e',
  title: 'Memory of the engine’s process (RSS)',
  run: async ({ quick }) => {
    const frames = await twoFrames();
    // As much as is taken in: 32 megapixels.
    const large = await sharp(samplePhotograph(3))
      .resize(6528, 4896, { fit: 'cover' })
      .jpeg()
      .toBuffer();
    const [rest, used, most]: [number[], number[], number[]] = [[], [], []];
    for (let count = 0; count < (quick ? 3 : 5); count++) {
      const { engine, pid } = await startBuiltEngine();
      rest.push((await residentOf(pid)).now);
      const compare = await openBenchCompare(engine);
      for (let comparison = 0; comparison < 100; comparison++) await compare(frames);
      used.push((await residentOf(pid)).now);
      await engine.analyse([{ type: 'FacePic', image: large }]);
      most.push((await residentOf(pid)).most);
      engine.close();
    }
    const question = { unit: 'MB', better: 'lower' } as const;
    return [
      figureOf({ id: 'e.rest', title: 'at rest, models loaded and warm', ...question }, rest),
      figureOf({ id: 'e.used', title: 'after 100 comparisons', ...question }, used),
      figureOf(
        { id: 'e.most', title: 'at peak, a photograph of 32 megapixels', ...question },
        most,
      ),
    ];
  },
};
