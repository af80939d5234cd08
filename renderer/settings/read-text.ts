/** The whole number a text says, in digits of any width; `NaN` where it says none. */
export const wholeOf = (text: string): number => {
  const figures = text.normalize('NFKC').trim();
  return /^\d+$/.test(figures) ? Number(figures) : Number.NaN;
};

/** The lines of a text that have something on them. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
