import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { readPeopleFolder } from '../../main/evaluate/people-folder.ts';
import { createRandom } from '../../main/evaluate/random.ts';
import { printCentringTables } from './accuracy/centring-tables.ts';
import { disjointSplits } from './accuracy/disjoint-splits.ts';
import { faceTable } from './accuracy/face-table.ts';
import { printFusionTable } from './accuracy/fusion-table.ts';
import { measurePhotographs } from './accuracy/measure-photographs.ts';
import {
  averagedRow,
  printChipTable,
  printMirroringTable,
  type Rows,
} from './accuracy/photo-tables.ts';

/**
 * How the centring, the way to make embeddings of photographs and the fusion of frames were chosen.
 *
 *     npx tsx test/bench/accuracy-bench.ts lfw --group east-asian=east-asian.txt [--part photos] [--cache folder]
 *
 * The folder has one of photographs for each person; the list names the people of a group that thresholds
 * fitted on all the others must hold for, too. Part `centring` (default) tries the methods of
 * `accuracy/all-methods.ts`; part `photos` mirrored averaging, ways to make and prepare chip photos, and
 * fusion. `--only chip` or `full` makes one table of the first part. People are divided so that nothing is tried on anybody it was made from,
 * and in five repeats (default) each two people of the group are held out together at least once. Of the
 * others on either half `--most` photographs (default 1000) are compared. Embeddings are kept in the cache,
 * which must lie outside the repository.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    group: { type: 'string' },
    part: { type: 'string', default: 'centring' },
    only: { type: 'string' },
    cache: { type: 'string' },
    repeats: { type: 'string', default: '5' },
    most: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
  },
});
const [root = '.'] = positionals;
const list = values.group?.split('=')[1];
if (list === undefined) throw new RangeError('--group <name>=<file> is missing.');

const named = new Set(
  readFileSync(list, 'utf8')
    .split('\n')
    .map((line) => line.trim()),
);
const { paths, personOf, people } = await readPeopleFolder(root);
const fromRoot = paths.map((path) => relative(root, path));
const measured = {
  root,
  paths: fromRoot,
  ...(values.cache !== undefined && { cache: values.cache }),
};
const isOfGroup = new Set(
  [...personOf].filter((_, index) => named.has(fromRoot[index]?.split(/[\\/]/)[0] ?? '')),
);
const everybody = Array.from({ length: people }, (_, person) => person);
const settings = {
  splits: disjointSplits(
    {
      others: everybody.filter((person) => !isOfGroup.has(person)),
      group: everybody.filter((person) => isOfGroup.has(person)),
    },
    {
      repeats: Number(values.repeats),
      random: createRandom(Number(values.seed)),
    },
  ),
  most: Number(values.most),
  seed: Number(values.seed),
};

const pairs = await measurePhotographs('pairs', measured);
const full = averagedRow(pairs, 'full');
const table = faceTable(full, averagedRow(pairs, 'chip'), personOf);
process.stdout.write(
  `${paths.length} photographs of ${people} people, ${isOfGroup.size} of them of the group; ` +
    `${paths.length - table.full.length} photographs without a face, full or as chip photo, are left out.\n`,
);

/** Photographs of each person. */
const counts = everybody.map((person) => personOf.filter((other) => other === person).length);

/** Measures some photographs; the rows have an entry for each of all. */
const measureSome = async (
  recipe: 'chips' | 'quality',
  isWanted: (person: number) => boolean,
): Promise<Rows> => {
  const wanted = fromRoot.flatMap((_, index) => (isWanted(personOf[index] ?? -1) ? [index] : []));
  const rows = await measurePhotographs(recipe, {
    ...measured,
    paths: wanted.map((index) => fromRoot[index] ?? ''),
  });
  const placeOf = new Map(wanted.map((index, place) => [index, place]));
  return new Map(
    [...rows].map(([name, entries]) => [
      name,
      fromRoot.map((_, index) => entries[placeOf.get(index) ?? -1]),
    ]),
  );
};

if (values.part === 'centring') printCentringTables(table, settings, values.only);
else {
  printMirroringTable(pairs, personOf, settings);
  const quality = await measureSome('quality', (person) => (counts[person] ?? 0) >= 4);
  printFusionTable(
    table,
    table.photographs.map((index) => quality.get('quality')?.[index]?.[0] ?? 0),
    settings,
  );
  // Enough to tell them apart: the group, and of the others one in six who has another photograph.
  const chips = await measureSome(
    'chips',
    (person) => isOfGroup.has(person) || (person % 6 === 0 && (counts[person] ?? 0) >= 2),
  );
  printChipTable(table, full, chips, personOf, settings);
}
