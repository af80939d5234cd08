import { allMethods } from './all-methods.ts';
import type { Split } from './disjoint-splits.ts';
import type { FaceTable } from './face-table.ts';
import { markdownTable } from './markdown-table.ts';
import { measureMethod, type MethodResult, type SideResult } from './measure-method.ts';
import type { Method } from './method.ts';
import { tarDifference, type TarDifference } from './tar-difference.ts';

export interface TableSettings {
  readonly splits: readonly Split[];
  /** Photographs of the others on either half, at most. */
  readonly most: number;
  readonly seed: number;
}

const head = [
  'Method',
  'Mix: FAR ×',
  'TAR at equal FAR',
  '− plain’s (95 %)',
  'Group: FAR × by people',
  '95 %',
  'by photographs',
  'TAR at equal FAR',
  '− plain’s (95 %)',
];

/** How all methods do, full and chip, printed as they are done. The first is what others are held against. */
export const printCentringTables = (
  table: FaceTable,
  settings: TableSettings,
  only?: string,
): void => {
  for (const condition of ['full', 'chip'] as const) {
    if (only !== undefined && only !== condition) continue;
    let plain: MethodResult | undefined;
    const rows = allMethods.map((method) => {
      const result = measureMethod(method, { ...settings, table, condition });
      plain ??= result;
      const row = resultRow(method, result, plain, settings.seed);
      process.stderr.write(`${condition}: ${row.join('  ')}\n`);
      return row;
    });
    const title = condition === 'full' ? 'Photographs' : 'Chip photo with photograph';
    process.stdout.write(`\n${title}\n\n${markdownTable(head, rows)}\n`);
  }
};

const resultRow = (
  { name }: Method,
  result: MethodResult,
  plain: MethodResult,
  seed: number,
): readonly string[] => {
  const { mix, group } = result;
  const differences = (side: keyof MethodResult): string =>
    result === plain ? '' : tarDifference(result[side], plain[side], seed).map(points).join(' / ');
  return [
    name,
    multiples(mix.byPhotographs),
    rates(mix.tarAtEqualFar),
    differences('mix'),
    multiples(group.byPeople),
    intervals(group),
    multiples(group.byPhotographs),
    rates(group.tarAtEqualFar),
    differences('group'),
  ];
};

/** A difference of rates in hundredths, with its interval. */
const points = ({ value, interval95: [low, high] }: TarDifference): string =>
  `${signed(value)} (${signed(low)} to ${signed(high)})`;
const signed = (share: number): string => {
  const text = (share * 100).toFixed(1);
  return Number(text) === 0 ? '0' : text.replace('-', '−');
};
const multiples = (values: readonly number[]): string =>
  values.map((value) => value.toFixed(value < 9.95 ? 2 : 0)).join(' / ');
export const rates = (values: readonly number[]): string =>
  values.map((value) => (value * 100).toFixed(1)).join(' / ');
const intervals = ({ interval = [] }: SideResult): string =>
  interval.map(([low, high]) => `${low.toFixed(1)}–${high.toFixed(1)}`).join(' / ');
