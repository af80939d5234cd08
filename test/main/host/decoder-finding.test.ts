import { describe, expect, it } from 'vitest';
import { decoderFinding } from '../../../main/host/decoder-finding.ts';
import type { DecoderCheck } from '../../../main/photo/decoder-check.ts';
import { PhotoError } from '../../../main/photo/photo-error.ts';

const library: Extract<DecoderCheck, { readonly kind: 'library' }> = {
  kind: 'library',
  verdict: 'ready',
  loaded: true,
  symbolFound: true,
  returnCode: 1,
  producedBytes: 38_862,
  problem: undefined,
};

describe('what trying the decoder showed', () => {
  it('is that it works', () => {
    expect(decoderFinding(library)).toMatchObject({
      works: true,
      finding: { en: 'The decoder works.', zh: '解码器工作正常。' },
    });
  });

  it('is that it can be called, where it refused the made-up photo', () => {
    const problem = new PhotoError('photo.decoder-refused');
    const { works, finding } = decoderFinding({
      ...library,
      verdict: 'refused-test-photo',
      problem,
    });
    expect(works).toBe(true);
    expect(finding).not.toEqual(problem.sentence);
  });

  it.each([
    { ...library, verdict: 'broken', problem: new PhotoError('photo.decoder-crashed') } as const,
    { kind: 'none', verdict: 'not-set-up', problem: new PhotoError('photo.no-decoder') } as const,
  ])('is what is wrong, where it is $verdict', (check) => {
    expect(decoderFinding(check)).toEqual({ works: false, finding: check.problem.sentence });
  });
});
