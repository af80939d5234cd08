import { FacePipeline } from '../face/face-pipeline.ts';
import { serveCalls } from '../process/serve-calls.ts';
import type { EngineContract, EngineSettings } from './engine-contract.ts';

const settings = JSON.parse(process.argv[2] ?? '{}') as EngineSettings;
let pipeline: FacePipeline;

serveCalls<EngineContract>(
  (images) => pipeline.analyse(images),
  async () => {
    const begun = performance.now();
    pipeline = await FacePipeline.load(settings);
    return { models: pipeline.models, loadMs: performance.now() - begun };
  },
);
