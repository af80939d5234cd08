import type { Embeddings } from '../../../main/evaluate/comparisons.ts';
import { chosenMethod } from './all-methods.ts';
import { rates, type TableSettings } from './centring-tables.ts';
import { chipVariantName, chipVariants } from './chip-variants.ts';
import type { Split } from './disjoint-splits.ts';
import { faceTable, mirroredAverage, type FaceTable } from './face-table.ts';
import { markdownTable } from './markdown-table.ts';
import { measureMethod } from './measure-method.ts';
import type { Projection } from './method.ts';
import type { Condition } from './score-faces.ts';

/** Rows of a recipe by name, one entry for each photograph. */
export type Rows = ReadonlyMap<string, Embeddings>;

const head = ['', 'Mix: TAR', 'Group: TAR at the mix’s thresholds', 'Group: TAR at equal FAR'];

interface Tried {
  readonly name: string;
  readonly table: FaceTable;
  readonly condition: Condition;
}

const printTable = (
  title: string,
  tried: readonly Tried[],
  settings: TableSettings,
  training?: FaceTable,
): void => {
  // Made from the same photographs for all of them, it is the same for all.
  const made = new Map<Split, Projection>();
  const rows = tried.map(({ name, table, condition }) => {
    const { mix, group } = measureMethod(chosenMethod, {
      ...settings,
      table,
      condition,
      ...(training !== undefined && { training, made }),
    });
    process.stderr.write(`${name}: ${rates(mix.tar)}  ${rates(group.tarAtEqualFar)}\n`);
    return [name, rates(mix.tarAtEqualFar), rates(group.tar), rates(group.tarAtEqualFar)];
  });
  process.stdout.write(`\n${title}\n\n${markdownTable([title, ...head.slice(1)], rows)}\n`);
};

/** Mirrored averaging: of nothing, of the chip photo, of both. */
export const printMirroringTable = (
  pairs: Rows,
  personOf: ArrayLike<number>,
  settings: TableSettings,
): void => {
  const row = (name: string): Embeddings => pairs.get(name) ?? [];
  const plain = { full: row('full'), chip: row('chip') };
  const averaged = {
    full: averagedRow(pairs, 'full'),
    chip: averagedRow(pairs, 'chip'),
  };
  const tables = {
    none: faceTable(plain.full, plain.chip, personOf),
    'the chip photo': faceTable(plain.full, averaged.chip, personOf),
    '**both**': faceTable(averaged.full, averaged.chip, personOf),
  };
  for (const condition of ['full', 'chip'] as const)
    printTable(
      condition === 'full'
        ? 'Photographs; mirrored and averaged'
        : 'Chip photos; mirrored and averaged',
      Object.entries(tables)
        .filter(([name]) => condition === 'chip' || name !== 'the chip photo')
        .map(([name, table]) => ({ name, table, condition })),
      settings,
    );
};

/** The average of a face and its mirror image, for each photograph. */
export const averagedRow = (rows: Rows, name: string): Embeddings => {
  const mirrored = rows.get(`${name}-mirrored`) ?? [];
  return (rows.get(name) ?? []).map((face, index) => mirroredAverage(face, mirrored[index]));
};

/**
 * Ways to make a chip photo and to prepare it.
 *
 * @param chips - rows of the recipe `chips`; an entry for each photograph, undefined where it was not tried.
 */
export const printChipTable = (
  all: FaceTable,
  full: Embeddings,
  chips: Rows,
  personOf: ArrayLike<number>,
  settings: TableSettings,
): void => {
  const tried = chipVariants.map((variant) => {
    const name = chipVariantName(variant);
    const table = faceTable(full, chips.get(name) ?? [], personOf);
    return { name: `${name} (${table.full.length})`, table, condition: 'chip' } as const;
  });
  printTable('Chip photo; preparation (photographs)', tried, settings, all);
};
