import { offeredFars, type CompareFacesResult } from '../compare/contract.ts';

/**
 * What the similarity of a service means at one site: it is measured there, or taken from somewhere,
 * because the service does not say.
 */
export interface SiteTable {
  /** Where the figures are from: who measured them on whom and when. Kept with every check. */
  readonly origin: string;
  /** FAR, above 0 and below 1, and the similarity, 0 to 100, from which on two photographs pass at it. */
  readonly points: readonly { readonly far: number; readonly similarity: number }[];
}

/**
 * The thresholds of a site's table; none without one, so that there is a score and no verdict.
 *
 * Rows at FARs that are not offered still serve for dividing one over several attempts.
 */
export const thresholdsOfSite = (
  table: SiteTable | undefined,
): Pick<CompareFacesResult, 'confidenceThresholds' | 'operatingPoints' | 'calibration'> => {
  if (table === undefined) return { confidenceThresholds: {}, operatingPoints: [] };
  const points = table.points
    .map(({ far, similarity }) => ({ far, threshold: similarity }))
    .sort((a, b) => b.far - a.far);
  const offered = offeredFars.flatMap((key) => {
    const point = points.find(({ far }) => far === Number(key));
    return point === undefined ? [] : [[key, point.threshold] as const];
  });
  return {
    confidenceThresholds: Object.fromEntries(offered),
    operatingPoints: points,
    calibration: `site: ${table.origin}`,
  };
};
