import type { DraftField } from './draft-fields.ts';

/** What is wrong with a field, so that words can be found for it. */
export type DraftProblem =
  | { readonly kind: 'missing' }
  | { readonly kind: 'range'; readonly from: number; readonly to: number }
  | { readonly kind: 'lines'; readonly longest: number; readonly most: number }
  | { readonly kind: 'address' | 'path' | 'program' | 'symbol' | 'feed' | 'key' }
  | { readonly kind: 'proxy' | 'appId' }
  | PointsProblem;

/** What is wrong with the rows of a site's table. */
export type PointsProblem =
  /** The row, as it was typed, is none. */
  | { readonly kind: 'row'; readonly row: string }
  /** Of these two rows the stricter one asks for no higher similarity. */
  | { readonly kind: 'order'; readonly stricter: string; readonly laxer: string }
  | { readonly kind: 'rows'; readonly most: number };

export type DraftProblems = Readonly<Partial<Record<DraftField, DraftProblem>>>;

/** What was looked at, and what is wrong with it if anything is. */
export type Findings = Readonly<Partial<Record<DraftField, DraftProblem | undefined>>>;
