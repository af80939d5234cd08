import { ChipCache } from '../face/chip-cache.ts';
import { FacePipeline } from '../face/face-pipeline.ts';
import { serveCalls } from '../process/serve-calls.ts';
import type {
  EngineAnswer,
  EngineContract,
  EngineSettings,
  EngineTask,
} from './engine-contract.ts';

const settings = JSON.parse(process.argv[2] ?? '{}') as EngineSettings;
let pipeline: FacePipeline;
let analyser: ChipCache;

const answer = async (request: EngineTask): Promise<EngineAnswer> => {
  switch (request.task) {
    case 'analyse':
      return { task: 'analyse', analyses: await analyser.analyse(request.images) };
    case 'look':
      return { task: 'look', look: await pipeline.look(request.image) };
  }
};

serveCalls<EngineContract>(answer, async () => {
  const begun = performance.now();
  pipeline = await FacePipeline.load(settings);
  analyser = new ChipCache(pipeline);
  return { models: pipeline.models, loadMs: performance.now() - begun };
});
