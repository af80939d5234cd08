import type { PointsProblem } from './draft-problem.ts';
import { linesOf } from './read-text.ts';

/** From which similarity on, 0 to 100, two photographs pass at a false-accept rate. */
interface SitePoint {
  readonly far: number;
  readonly similarity: number;
}

/** The rows of a site's table, or what is wrong with them. */
type PointsReading =
  | { readonly ok: true; readonly points: SitePoint[] }
  | { readonly ok: false; readonly problem: PointsProblem };

/** Rows a table may have, as the schema has it. */
const mostRows = 50;

/** The rows as people write them: `0.1% = 75`, one a line, in their order. */
export const textOfPoints = (points: readonly SitePoint[]): string =>
  points.map(({ far, similarity }) => `${percentOf(far)}% = ${similarity}`).join('\n');

/**
 * Reads the rows of a site's table. The percent sign is asked for: without it nobody could tell
 * 0.1 % from a tenth.
 */
export const readPoints = (text: string): PointsReading => {
  const points: SitePoint[] = [];
  for (const row of linesOf(text)) {
    const point = pointIn(row);
    if (point === undefined) return { ok: false, problem: { kind: 'row', row: row.slice(0, 40) } };
    points.push(point);
  }
  if (points.length > mostRows) return { ok: false, problem: { kind: 'rows', most: mostRows } };
  const problem = disorderIn(points);
  return problem ? { ok: false, problem } : { ok: true, points };
};

const figureForm = String.raw`\d+\.?\d*(?:e[+-]?\d{1,3})?`;
const rowForm = new RegExp(
  String.raw`^(${figureForm})\s*%(?:\s*[=:,]\s*|\s+)(${figureForm})$`,
  'i',
);

const pointIn = (row: string): SitePoint | undefined => {
  const [, percent, score] = rowForm.exec(row.normalize('NFKC')) ?? [];
  if (percent === undefined || score === undefined) return undefined;
  const far = Number(shifted(percent, -2));
  const similarity = Number(score);
  return far > 0 && far < 1 && similarity <= 100 ? { far, similarity } : undefined;
};

/** Two rows of which the stricter is no higher: one of them must be wrong. */
const disorderIn = (points: readonly SitePoint[]): PointsProblem | undefined => {
  const strictFirst = points.toSorted((a, b) => a.far - b.far);
  for (const [index, laxer] of strictFirst.slice(1).entries()) {
    const stricter = strictFirst[index];
    if (stricter === undefined) continue;
    if (laxer.far > stricter.far && laxer.similarity < stricter.similarity) continue;
    return { kind: 'order', stricter: textOfPoints([stricter]), laxer: textOfPoints([laxer]) };
  }
  return undefined;
};

/** A rate in percent, which reads back as the same number to the last bit. */
const percentOf = (far: number): string => {
  const exact = shifted(String(far), 2);
  const plain = String(Number(exact));
  return Number(shifted(plain, -2)) === far ? plain : exact;
};

/** Moves the decimal point as text: dividing by 100 would round. */
const shifted = (figure: string, by: number): string => {
  const [digits = '', exponent = '0'] = figure.toLowerCase().split('e');
  return `${digits}e${Number(exponent) + by}`;
};
