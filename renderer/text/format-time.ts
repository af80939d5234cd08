import { localeOf, type Language } from './language.ts';

/** The time of day of an instant, by this machine's clock: 14:05. */
export const formatTime = (instant: string, language: Language): string =>
  new Intl.DateTimeFormat(localeOf[language], {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(instant));

/** Day and time to the second. */
export const formatDayAndTime = (instant: string, language: Language): string =>
  new Intl.DateTimeFormat(localeOf[language], {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(instant));

/** Month and day, short: for a chart over several days. */
export const formatDay = (instant: string, language: Language): string =>
  new Intl.DateTimeFormat(localeOf[language], { month: 'numeric', day: 'numeric' }).format(
    new Date(instant),
  );
