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
  readonly impostors: ScoreHistogram;
  readonly genuine: ScoreHistogram;
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
        { impostors: new ScoreHistogram(), genuine: new ScoreHistogram() },
      ]),
    ),
  );
  const rows = rowsByPerson(table);
  for (const [index, split] of splits.entries()) {
    const random = createRandom(seed + index);
    const project = chosenMethod.make(trainingOf(table, split), random);
    const fitted = pickSome(rowsOf(table, split.made.others), most, random);
    const { byPhotographs } = scoreFaces(table, fitted, 'chip', project);
    const zero = nominalFars.map((far) => byPhotographs.thresholdAt(far));
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
          compareGuests(guests, name, zero, tallies.get(`${name} ${side}`)!);
      }
    }
  }
  const cells = (name: string, side: Side): readonly string[] => {
    const { impostors, genuine } = tallies.get(`${name} ${side}`)!;
    // The scores lie relative to the threshold at 0.1 %, which differs from split to split.
    const tarAt = (threshold: number): number => genuine.reaching(threshold) / genuine.total;
    return [
      rates([tarAt(0)]),
      (impostors.reaching(0) / impostors.total / 1e-3).toFixed(2),
      rates(nominalFars.map((far) => tarAt(impostors.thresholdAt(far)))),
    ];
  };
  const side = ['TAR', 'FAR ×', 'TAR at equal FAR'];
  process.stdout.write(
    `\nFrames, at FAR 0.1 %\n\n${markdownTable(
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
  fusion: string,
  [, threshold = 0]: readonly number[],
  { impostors, genuine }: Tally,
): void => {
  const chips = toMatrix(guests.map(({ chip }) => chip));
  const templates = toMatrix(guests.map(({ frames }) => fusions[fusion]!(frames)));
  guests.forEach((_, i) => {
    guests.forEach((__, j) => {
      const score = rowCosine(chips, i, templates, j) - threshold;
      (i === j ? genuine : impostors).add(score, 1);
    });
  });
};
