import { rowCosine, toMatrix } from '../../../main/evaluate/embedding-matrix.ts';
import { createRandom, type Random } from '../../../main/evaluate/random.ts';
import { chosenMethod } from './all-methods.ts';
import { rates, type TableSettings } from './centring-tables.ts';
import { rowsByPerson, rowsOf, trainingOf, type FaceTable } from './face-table.ts';
import { fusions } from './frame-fusion.ts';
import { pickSome } from './cluster-means.ts';
import { markdownTable } from './markdown-table.ts';
import { nominalFars } from './measure-method.ts';
import { scoreFaces } from './score-faces.ts';
import { ScoreHistogram } from './score-histogram.ts';

/** Three frames and, of another photograph, the chip photo. */
const photographsPerGuest = 4;
/** How often the photographs of everybody are dealt anew, since the named group is small. */
const draws = { mix: 4, group: 30 };

interface Tally {
  /** By how far the scores are above the threshold at 0.1 %, which differs from split to split. */
  readonly impostors: ScoreHistogram;
  readonly genuine: ScoreHistogram;
  /** How many reach the threshold of one frame, at each of the FARs. */
  readonly passing: { readonly impostors: number[]; readonly genuine: number[] };
}

type Side = keyof typeof draws;

/**
 * What several frames of a guest are worth: people held out who have at least four photographs, chip
 * photo against a template of up to three others, at the thresholds of one frame.
 */
export const printFusionTable = (
  table: FaceTable,
  quality: readonly number[],
  { splits, most, seed }: TableSettings,
): void => {
  const names = Object.keys(fusions);
  const tallies = new Map(
    names.flatMap((name) =>
      (['mix', 'group'] as const).map((side): [string, Tally] => [
        `${name} ${side}`,
        {
          impostors: new ScoreHistogram(),
          genuine: new ScoreHistogram(),
          passing: { impostors: nominalFars.map(() => 0), genuine: nominalFars.map(() => 0) },
        },
      ]),
    ),
  );
  const rows = rowsByPerson(table);
  for (const [index, split] of splits.entries()) {
    const random = createRandom(seed + index);
    const project = chosenMethod.make(trainingOf(table, split), random);
    const fitted = pickSome(rowsOf(table, split.made.others), most, random);
    const { byPhotographs } = scoreFaces(table, fitted, 'chip', project);
    const thresholds = nominalFars.map((far) => byPhotographs.thresholdAt(far));
    // Further frames belong to the best one from FacePic and FacePic at FAR 1 % on (`local-engine.ts`).
    const photographs = scoreFaces(table, fitted, 'full', project).byPhotographs;
    const leastCosine = photographs.thresholdAt(nominalFars[0]);
    const centred = {
      ...table,
      full: table.full.map((face) => project(face, 'FacePic').left),
      chip: table.chip.map((face) => project(face, 'IDPic').left),
    };
    for (const side of ['mix', 'group'] as const) {
      const people = side === 'mix' ? split.held.others : split.held.group;
      for (let draw = 0; draw < draws[side]; draw++) {
        const guests = dealGuests(centred, quality, people, rows, random);
        for (const name of names)
          compareGuests(
            guests,
            (frames) => fusions[name]!(frames, leastCosine),
            thresholds,
            tallies.get(`${name} ${side}`)!,
          );
      }
    }
  }
  const cells = (name: string, side: Side): readonly string[] => {
    const { impostors, genuine, passing } = tallies.get(`${name} ${side}`)!;
    return [
      rates(passing.genuine.map((count) => count / genuine.total)),
      passing.impostors
        .map((count, at) => (count / impostors.total / (nominalFars[at] ?? 1)).toFixed(2))
        .join(' / '),
      rates(nominalFars.map((far) => genuine.reaching(impostors.thresholdAt(far)) / genuine.total)),
    ];
  };
  const side = ['TAR', 'FAR ×', 'TAR at equal FAR'];
  process.stdout.write(
    `\nFrames, at FAR 1 / 0.1 / 0.01 % of one frame\n\n${markdownTable(
      ['Template', ...side.map((title) => `Mix: ${title}`), ...side.map((t) => `Group: ${t}`)],
      names.map((name) => [name, ...cells(name, 'mix'), ...cells(name, 'group')]),
    )}\n`,
  );
};

interface Guest {
  readonly chip: Float32Array;
  readonly frames: readonly { readonly embedding: Float32Array; readonly quality: number }[];
}

const dealGuests = (
  centred: FaceTable,
  quality: readonly number[],
  people: readonly number[],
  rows: ReadonlyMap<number, readonly number[]>,
  random: Random,
): readonly Guest[] =>
  people.flatMap((person) => {
    const [chipRow, ...frameRows] = pickSome(rows.get(person) ?? [], photographsPerGuest, random);
    if (chipRow === undefined || frameRows.length < photographsPerGuest - 1) return [];
    const frames = frameRows.map((row) => ({
      embedding: centred.full[row]!,
      quality: quality[row] ?? 0,
    }));
    return [{ chip: centred.chip[chipRow]!, frames }];
  });

const compareGuests = (
  guests: readonly Guest[],
  fuse: (frames: Guest['frames']) => Float32Array,
  thresholds: readonly number[],
  { impostors, genuine, passing }: Tally,
): void => {
  const [, middle = 0] = thresholds;
  const chips = toMatrix(guests.map(({ chip }) => chip));
  const templates = toMatrix(guests.map(({ frames }) => fuse(frames)));
  guests.forEach((_, i) => {
    guests.forEach((__, j) => {
      const score = rowCosine(chips, i, templates, j);
      (i === j ? genuine : impostors).add(score - middle, 1);
      const counts = i === j ? passing.genuine : passing.impostors;
      thresholds.forEach((threshold, at) => {
        if (score >= threshold) counts[at] = (counts[at] ?? 0) + 1;
      });
    });
  });
};
