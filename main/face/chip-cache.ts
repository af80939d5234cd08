import { sha256Of } from '../../models/model-file.ts';
import type { FaceAnalyser, FaceAnalysis, TypedImage } from './types.ts';

/** A guest stands before the counter for less; then nothing of him may be left. */
const defaultKeepMs = 2 * 60_000;

/** The one chip photo that is kept. */
interface KeptChip {
  readonly sha256: string;
  readonly analysis: FaceAnalysis;
  readonly timer: NodeJS.Timeout;
}

/**
 * Spares analysing a guest's chip photo again with every camera frame it is compared with.
 *
 * An embedding is a biometric template, so at most one is kept, in memory: that of the last `IDPic`,
 * found again by the SHA-256 of its bytes. It is overwritten with zeros and let go when another `IDPic`
 * comes, or when it was not asked for again for two minutes. A `FacePic` is never kept.
 */
export class ChipCache implements FaceAnalyser {
  readonly models: Readonly<Record<string, string>>;
  readonly #analyser: FaceAnalyser;
  readonly #keepMs: number;
  #kept: KeptChip | undefined;

  /** @param keepMs - Milliseconds after its last use for which a chip photo's embedding is kept. */
  constructor(analyser: FaceAnalyser, keepMs = defaultKeepMs) {
    this.models = analyser.models;
    this.#analyser = analyser;
    this.#keepMs = keepMs;
  }

  /** As the analyser does; an analysis that was kept has taken no time: its timings are all 0. */
  async analyse(images: readonly TypedImage[]): Promise<readonly FaceAnalysis[]> {
    const photographs = images.map((photograph) => {
      const sha256 = photograph.type === 'IDPic' ? sha256Of(photograph.image) : undefined;
      const known = sha256 === undefined ? undefined : this.#recall(sha256);
      return { photograph, sha256, known };
    });
    const unknown = photographs.filter(({ known }) => known === undefined);
    const analyses = await this.#analyser.analyse(unknown.map(({ photograph }) => photograph));
    unknown.forEach(({ sha256 }, index) => {
      const analysis = analyses[index];
      if (sha256 !== undefined && analysis !== undefined) this.#keep(sha256, analysis);
    });
    const rest = analyses.values();
    return photographs.flatMap(({ known }) => known ?? rest.next().value ?? []);
  }

  /** The analysis of this chip photo, to be handed out; one of another is forgotten. */
  #recall(sha256: string): FaceAnalysis | undefined {
    if (this.#kept?.sha256 !== sha256) {
      this.#forget();
      return undefined;
    }
    this.#kept.timer.refresh();
    return copyOf(this.#kept.analysis);
  }

  #keep(sha256: string, analysis: FaceAnalysis): void {
    this.#forget();
    const timer = setTimeout(() => {
      this.#forget();
    }, this.#keepMs);
    // Nobody has to wait for it before the process may end.
    timer.unref();
    const timings = { decode: 0, detect: 0, landmarks: 0, align: 0, embed: 0 };
    this.#kept = { sha256, analysis: { ...copyOf(analysis), timings }, timer };
  }

  #forget(): void {
    if (this.#kept === undefined) return;
    clearTimeout(this.#kept.timer);
    this.#kept.analysis.face?.embedding.fill(0);
    this.#kept = undefined;
  }
}

/** With an embedding of its own: what is kept is overwritten one day, what was handed out is not. */
const copyOf = (analysis: FaceAnalysis): FaceAnalysis => ({
  ...analysis,
  face: analysis.face && { ...analysis.face, embedding: analysis.face.embedding.slice() },
});
