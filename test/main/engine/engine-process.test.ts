import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { EngineError } from '../../../main/engine/engine-error.ts';
import { EngineProcess, type EngineProcessOptions } from '../../../main/engine/engine-process.ts';
import { FaceError } from '../../../main/face/face-error.ts';
import { FacePipeline } from '../../../main/face/face-pipeline.ts';
import { adviseOn } from '../../../main/face/frame-advice.ts';
import { cosineOf, type TypedImage } from '../../../main/face/types.ts';
import { launchWithNode, type ChildHandle } from '../../../main/process/launcher.ts';
import { ModelError } from '../../../models/model-error.ts';
import { sha256Of } from '../../../models/model-file.ts';
import { manifestModels, modelsDirectory } from '../face/models.ts';
import { encode, gradient } from '../face/pictures.ts';
import { cameraFrameOf, chipPhotoOf, sampleFaces } from '../face/sample-faces.ts';

const engines: EngineProcess[] = [];
/** Starts an engine, and keeps the handles of the processes it launches. */
const start = async (
  options: Partial<EngineProcessOptions> = {},
): Promise<{ readonly engine: EngineProcess; readonly launched: readonly ChildHandle[] }> => {
  const launched: ChildHandle[] = [];
  const engine = await EngineProcess.start({
    modelsDirectory,
    threads: 1,
    launch: (entry) => {
      const handle = launchWithNode(entry);
      launched.push(handle);
      return handle;
    },
    ...options,
  });
  engines.push(engine);
  return { engine, launched };
};
const closeAll = (): void => {
  for (const engine of engines.splice(0)) engine.close();
};

let images: readonly TypedImage[];
beforeAll(async () => {
  images = [
    { type: 'IDPic', image: await chipPhotoOf(sampleFaces.anna1) },
    { type: 'FacePic', image: await cameraFrameOf(sampleFaces.anna3) },
  ];
});

/** Resolves when a process is gone. */
const exitOf = (child: ChildHandle): Promise<void> =>
  new Promise((resolve) => {
    child.onExit(() => {
      resolve();
    });
  });

describe('the engine’s process', () => {
  let engine: EngineProcess;
  let child: ChildHandle;
  beforeAll(async () => {
    const started = await start();
    engine = started.engine;
    child = started.launched[0]!;
  });
  afterAll(closeAll);

  test('is another one than this', () => {
    expect(child.pid).toBeTypeOf('number');
    expect(child.pid).not.toBe(process.pid);
    // Signal 0 only asks whether the process is there.
    expect(process.kill(child.pid!, 0)).toBe(true);
  });

  test('answers as the pipeline does in this process', async () => {
    const pipeline = await FacePipeline.load({ modelsDirectory, threads: 1 });
    const expected = await pipeline.analyse(images);
    const answered = await engine.analyse(images);
    expect(engine.models).toEqual(pipeline.models);
    for (const [i, { face, timings, ...rest }] of answered.entries()) {
      const { face: expectedFace, timings: _, ...expectedRest } = expected[i]!;
      expect(rest).toEqual(expectedRest);
      expect(face).toEqual(expectedFace);
      expect(Object.values(timings).every((ms) => ms >= 0)).toBe(true);
    }
    const [chip, frame] = answered.map(({ face }) => face!.embedding);
    expect(chip).toBeInstanceOf(Float32Array);
    expect(cosineOf(chip!, frame!)).toBeGreaterThan(0.65);
  });

  test('answers several callers, each with what he asked for', async () => {
    const [both, one, none] = await Promise.all([
      engine.analyse(images),
      engine.analyse(images.slice(1)),
      engine.analyse([]),
    ]);
    expect(both).toHaveLength(2);
    expect(one[0]!.face).toEqual(both[1]!.face);
    expect(none).toEqual([]);
  });

  test('computes the embedding of a chip photo once', async () => {
    const [first] = await engine.analyse(images);
    const [second, frame] = await engine.analyse(images);
    expect(second?.timings).toEqual({ decode: 0, detect: 0, landmarks: 0, align: 0, embed: 0 });
    expect(second?.face).toEqual(first?.face);
    expect(frame?.timings.embed).toBeGreaterThan(0);
  });

  test('looks at a frame as the pipeline does in this process', async () => {
    const pipeline = await FacePipeline.load({ modelsDirectory, threads: 1 });
    const frame = images[1]!.image;
    const { timings, ...seen } = await engine.look(frame);
    const { timings: _, ...expected } = await pipeline.look(frame);
    expect(seen).toEqual(expected);
    expect(seen.face).toBeDefined();
    expect(adviseOn({ ...seen, timings }).accepted).toBe(true);
    expect(Object.values(timings).every((ms) => ms >= 0)).toBe(true);
  });

  test('gives looks and comparisons that were asked for at once each their own answer', async () => {
    const frame = images[1]!.image;
    const [before, analyses, after] = await Promise.all([
      engine.look(frame),
      engine.analyse(images),
      engine.look(frame),
    ]);
    expect(analyses).toHaveLength(2);
    expect(before.face?.box).toEqual(after.face?.box);
    expect(before.face?.score).toBeCloseTo(analyses[1]!.face!.score, 6);
  });

  test('sees that nobody stands before the counter', async () => {
    const empty = await encode(gradient(640, 480)).jpeg().toBuffer();
    const { face, faces } = await engine.look(empty);
    expect({ face, faces }).toEqual({ face: undefined, faces: 0 });
  });

  // Windows cannot halt a process.
  test.skipIf(process.platform === 'win32')(
    'holds up nothing here, however long it works',
    async () => {
      process.kill(child.pid!, 'SIGSTOP');
      let isAnswered = false;
      const work = engine.analyse(images).finally(() => {
        isAnswered = true;
      });
      // The engine stands still in the middle of its work; this process goes on.
      let ticks = 0;
      while (ticks < 100) {
        await new Promise((resolve) => setTimeout(resolve, 0));
        ticks++;
      }
      expect(isAnswered).toBe(false);
      process.kill(child.pid!, 'SIGCONT');
      expect(await work).toHaveLength(2);
    },
  );

  test('hands back the error of a bad photograph in its own class, and goes on', async () => {
    const bad = engine.analyse([{ type: 'FacePic', image: Buffer.from('no photograph') }]);
    await expect(bad).rejects.toThrow(FaceError);
    await expect(bad).rejects.toMatchObject({ code: 'image.not-an-image', data: {} });

    const cut = engine.analyse([{ type: 'FacePic', image: images[1]!.image.subarray(0, 5000) }]);
    await expect(cut).rejects.toThrow(FaceError);
    await expect(cut).rejects.toMatchObject({
      code: 'image.damaged',
      data: { format: 'JPEG' },
      sentence: { zh: expect.stringContaining('JPEG 照片已损坏') as string },
    });

    const unseen = engine.look(Buffer.from('no photograph'));
    await expect(unseen).rejects.toThrow(FaceError);
    await expect(unseen).rejects.toMatchObject({ code: 'image.not-an-image', data: {} });

    expect((await engine.analyse(images))[0]?.face).toBeDefined();
    expect((await engine.look(images[1]!.image)).face).toBeDefined();
    expect(engine.restarts).toBe(0);
  });
});

describe('a crash of the engine’s process', () => {
  afterEach(closeAll);

  test('fails the comparison that was running, and the next one works', async () => {
    const { engine, launched } = await start();
    const running = engine.analyse(images);
    const failure = expect(running).rejects.toMatchObject({
      code: 'engine.crashed',
      data: { reason: 'SIGKILL' },
    });
    // One turn later the call is on its way to the child.
    await new Promise((resolve) => setImmediate(resolve));
    process.kill(launched[0]!.pid!, 'SIGKILL');
    await failure;
    await expect(running).rejects.toThrow(EngineError);

    const again = await engine.analyse(images);
    expect(again.map(({ face }) => face !== undefined)).toEqual([true, true]);
    expect(engine.restarts).toBe(1);
    expect(launched[1]!.pid).not.toBe(launched[0]!.pid);
  });

  test('fails the look that was running, and the next one works', async () => {
    const { engine, launched } = await start();
    const running = engine.look(images[1]!.image);
    const failure = expect(running).rejects.toMatchObject({ code: 'engine.crashed' });
    // One turn later the call is on its way to the child.
    await new Promise((resolve) => setImmediate(resolve));
    process.kill(launched[0]!.pid!, 'SIGKILL');
    await failure;
    expect((await engine.look(images[1]!.image)).face).toBeDefined();
    expect(engine.restarts).toBe(1);
  });

  // Windows cannot halt a process.
  test.skipIf(process.platform === 'win32')(
    'is soon known: a look that is not answered gives up long before a comparison would',
    async () => {
      const { engine, launched } = await start({ lookTimeout: 50 });
      const gone = exitOf(launched[0]!);
      process.kill(launched[0]!.pid!, 'SIGSTOP');
      await expect(engine.look(images[1]!.image)).rejects.toMatchObject({
        code: 'engine.timed-out',
      });
      expect(engine.health).toMatchObject({
        state: 'restarting',
        failure: { code: 'engine.timed-out' },
      });
      await gone;
      expect((await engine.analyse(images))[0]?.face).toBeDefined();
      expect(engine.health).toEqual({ state: 'running' });
    },
  );

  test('between two comparisons harms neither', async () => {
    const { engine, launched } = await start();
    const gone = exitOf(launched[0]!);
    process.kill(launched[0]!.pid!, 'SIGKILL');
    await gone;
    expect((await engine.analyse(images))[1]?.face).toBeDefined();
    expect(engine.restarts).toBe(1);
  });

  test('is not what closing is: later comparisons are told so', async () => {
    const { engine, launched } = await start();
    const gone = exitOf(launched[0]!);
    const running = engine.analyse(images);
    const failure = expect(running).rejects.toMatchObject({ code: 'engine.closed' });
    await new Promise((resolve) => setImmediate(resolve));
    engine.close();
    await failure;
    await gone;
    await expect(engine.analyse(images)).rejects.toMatchObject({ code: 'engine.closed' });
  });

  test('ends a comparison that takes too long, by its name', async () => {
    const { engine, launched } = await start({ callTimeout: 1 });
    const gone = exitOf(launched[0]!);
    await expect(engine.analyse(images)).rejects.toMatchObject({ code: 'engine.timed-out' });
    await gone;
  });
});

describe('models that are not those of the manifest', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'witness-engine-'));
    cpSync(join(modelsDirectory, 'onnx'), join(directory, 'onnx'), { recursive: true });
    cpSync(join(modelsDirectory, 'manifest.json'), join(directory, 'manifest.json'));
  });
  afterEach(() => {
    closeAll();
    rmSync(directory, { recursive: true });
  });
  const embeddingFile = (): string => join(directory, manifestModels.embedding.file);

  test('are refused at the start, with the error in its own class', async () => {
    const bytes = readFileSync(embeddingFile());
    bytes[2000]! ^= 1;
    writeFileSync(embeddingFile(), bytes);
    const starting = start({ modelsDirectory: directory });
    await expect(starting).rejects.toThrow(ModelError);
    await expect(starting).rejects.toMatchObject({
      code: 'model.hash-mismatch',
      data: { expected: manifestModels.embedding.sha256, actual: sha256Of(bytes) },
    });
  });

  test('that are missing, or have no manifest, are named', async () => {
    rmSync(embeddingFile());
    await expect(start({ modelsDirectory: directory })).rejects.toMatchObject({
      code: 'model.missing',
    });
    rmSync(join(directory, 'manifest.json'));
    await expect(start({ modelsDirectory: directory })).rejects.toMatchObject({
      code: 'model.read-failed',
    });
  });

  test('and were replaced between a crash and the restart end all comparisons', async () => {
    const { engine, launched } = await start({ modelsDirectory: directory });
    // The same network in another file: ONNX readers pass over fields they do not know.
    const other = Buffer.concat([readFileSync(embeddingFile()), Buffer.from([0xf8, 0x07, 0x01])]);
    writeFileSync(embeddingFile(), other);
    const manifest = readFileSync(join(directory, 'manifest.json'), 'utf8')
      .replace(manifestModels.embedding.sha256, sha256Of(other))
      .replace(String(manifestModels.embedding.bytes), String(other.length));
    writeFileSync(join(directory, 'manifest.json'), manifest);

    const gone = exitOf(launched[0]!);
    process.kill(launched[0]!.pid!, 'SIGKILL');
    await gone;
    const answer = engine.analyse(images);
    await expect(answer).rejects.toThrow(EngineError);
    await expect(answer).rejects.toMatchObject({ code: 'engine.models-changed' });
    await expect(engine.look(images[1]!.image)).rejects.toMatchObject({
      code: 'engine.models-changed',
    });
    expect(engine.health).toMatchObject({
      state: 'failed',
      failure: { code: 'engine.models-changed' },
    });
  });
});

test('a program that is no engine is said not to have started', async () => {
  const starting = start({
    launch: () => launchWithNode({ file: '/dev/null', execArgv: [] }),
  });
  await expect(starting).rejects.toThrow(EngineError);
  await expect(starting).rejects.toMatchObject({
    code: 'engine.did-not-start',
    data: { reason: 'exit code 0' },
  });
});
