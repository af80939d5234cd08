import type { DecoderFinding } from '../ipc/settings-view.ts';
import type { DecoderCheck } from '../photo/decoder-check.ts';

/** What trying the decoder showed, as a sentence. */
export const decoderFinding = ({ verdict, problem }: DecoderCheck): DecoderFinding => {
  if (verdict === 'refused-test-photo')
    return {
      works: true,
      finding: {
        en: 'The decoder can be called, and refuses a made-up photo, as it should.',
        zh: '解码器可以调用，并按预期拒绝了测试照片。',
      },
    };
  if (problem !== undefined) return { works: false, finding: problem.sentence };
  return {
    works: true,
    finding: { en: 'The decoder works.', zh: '解码器工作正常。' },
  };
};
