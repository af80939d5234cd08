import type { DeskCard, Stage } from './desk-types.ts';

type FieldName = DeskCard['fields'][number]['name'];

/** What identifies a person and is no business of whoever stands nearby. */
const personal: ReadonlySet<FieldName> = new Set([
  'name',
  'english-name',
  'birth',
  'address',
  'number',
  'travel-permit-number',
  'previous-number',
  'text',
]);

const dots = '••••••';

/**
 * What stands in place of a personal value while it is covered: the masked name and number that the
 * station shows guests, and dots for the rest.
 *
 * @returns undefined for a field that need not be covered.
 */
export const coveredValue = (name: FieldName, stage: Stage | undefined): string | undefined => {
  if (!personal.has(name)) return undefined;
  const card = stage !== undefined && 'card' in stage ? stage.card : undefined;
  if (name === 'name') return card?.name ?? dots;
  if (name === 'number') return card?.number ?? dots;
  return dots;
};
