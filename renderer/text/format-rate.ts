import { localeOf, type Language } from './language.ts';

/** A share as a percentage with two significant digits: 0.001 → 0.1%, 0.037331 → 3.7%. */
export const formatRate = (rate: number, language: Language): string =>
  new Intl.NumberFormat(localeOf[language], {
    style: 'percent',
    maximumSignificantDigits: 2,
  }).format(rate);

/** How many it takes for one: 0.001 → 1,000. */
export const formatOneIn = (rate: number, language: Language): string =>
  formatCount(Math.round(1 / rate), language);

/** A whole number with its thousands set apart. */
export const formatCount = (count: number, language: Language): string =>
  new Intl.NumberFormat(localeOf[language], { maximumFractionDigits: 0 }).format(count);

/** Milliseconds as seconds with one decimal: 1432 → 1.4. */
export const formatSeconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(1);
