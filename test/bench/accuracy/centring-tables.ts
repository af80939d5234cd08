import { allMethods } from './all-methods.ts';
import type { Split } from './disjoint-splits.ts';
import type { FaceTable } from './face-table.ts';
import { markdownTable } from './markdown-table.ts';
import { measureMethod, type MethodResult, type SideResult } from './measure-method.ts';
import type { Method } from './method.ts';

export interface TableSettings {
  readonly splits: readonly Split[];
  readonly most: number;
  readonly seed: number;
}

const head = [
  'Method',
  'Mix: FAR ×',
  'TAR',
  'TAR at equal FAR',
  'Group: FAR × by people',
  '95 %',
  'FAR × by photographs',
  'TAR',
  'TAR at equal FAR',
];

/** How all methods do, full and chip, printed as they are done. */
export const printCentringTables = (
  table: FaceTable,
  settings: TableSettings,
  only?: string,
): void => {
  for (const condition of ['full', 'chip'] as const) {
    if (only !== undefined && only !== condition) continue;
    const rows = allMethods.map((method) => {
      const result = measureMethod(method, { ...settings, table, condition });
      process.stderr.write(`${condition}: ${resultRow(method, result).join('  ')}\n`);
      return resultRow(method, result);
    });
    const title = condition === 'full' ? 'Photographs' : 'Chip photo with photograph';
    process.stdout.write(`\n${title}\n\n${markdownTable(head, rows)}\n`);
  }
};

export const resultRow = ({ name }: Method, { mix, group }: MethodResult): readonly string[] => [
  name,
  multiples(mix.byPhotographs),
  rates(mix.tar),
  rates(mix.tarAtEqualFar),
  multiples(group.byPeople),
  intervals(group),
  multiples(group.byPhotographs),
  rates(group.tar),
  rates(group.tarAtEqualFar),
];

const multiples = (values: readonly number[]): string =>
  values.map((value) => value.toFixed(value < 9.95 ? 2 : 0)).join(' / ');
export const rates = (values: readonly number[]): string =>
  values.map((value) => (value * 100).toFixed(1)).join(' / ');
const intervals = ({ interval = [] }: SideResult): string =>
  interval.map(([low, high]) => `${low.toFixed(1)}–${high.toFixed(1)}`).join(' / ');
