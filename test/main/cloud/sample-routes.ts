import type { CloudConsent, CloudEngine } from '../../../main/cloud/consent.ts';
import { createRoute, type GuestRoute } from '../../../main/cloud/route.ts';
import type { CompareEngine, CompareFacesResult } from '../../../main/compare/contract.ts';
import type { EngineRoute } from '../../../main/compare/routing.ts';

export const yes = { toCloud: true } as const;
export const no = { toCloud: false } as const;

/** A result with measured points down to a sixth of FAR 0.001. */
export const resultOf = (engine: string, similarityScore: number): CompareFacesResult => ({
  similarityScore,
  confidenceThresholds: { '0.01': 70, '0.001': 80, '0.0001': 90 },
  operatingPoints: [
    { far: 0.01, threshold: 70 },
    { far: 0.005, threshold: 73 },
    { far: 0.001, threshold: 80 },
    { far: 0.0005, threshold: 83 },
    { far: 0.0001, threshold: 90 },
  ],
  engine,
});

/** A score, a whole result, or a failure. */
type Answer = number | CompareFacesResult | Error;

interface SampleRoute extends GuestRoute {
  readonly consents: readonly CloudConsent[];
  /** Engines that were asked, in turn. */
  readonly asked: readonly string[];
  readonly fallbacks: readonly (readonly [engine: string, code: string])[];
}

/** A route between two engines that answer as they are told; 95 where they are told nothing. */
export const routeWith = (
  route: EngineRoute,
  answers: { readonly local?: Answer; readonly cloud?: Answer } = {},
): SampleRoute => {
  const consents: CloudConsent[] = [];
  const asked: string[] = [];
  const fallbacks: (readonly [engine: string, code: string])[] = [];
  const engineThat = (name: string, answer: Answer): CompareEngine => ({
    name,
    compareFaces: () => {
      asked.push(name);
      if (answer instanceof Error) return Promise.reject(answer);
      return Promise.resolve(typeof answer === 'number' ? resultOf(name, answer) : answer);
    },
  });
  const cloud: CloudEngine = {
    name: 'cloudauth',
    for: (consent) => {
      consents.push(consent);
      return engineThat('cloudauth', answers.cloud ?? 95);
    },
  };
  const onFallback = (engine: string, error: { readonly code: string }): void => {
    fallbacks.push([engine, error.code]);
  };
  const local = engineThat('local', answers.local ?? 95);
  return { ...createRoute(route, { local, cloud, onFallback }), consents, asked, fallbacks };
};
