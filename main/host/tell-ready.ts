/**
 * Says on the program's output when the engine is warm: first, how long that took from the start of the
 * program; later, where other settings had everything opened anew, from then.
 *
 * @returns to be told each time, with the milliseconds since the parts were begun to be opened.
 */
export const tellReady = (say: (line: string) => void): ((readyAfter: number) => void) => {
  let isFirst = true;
  return (readyAfter) => {
    // Counted from the start of the process, whichever host it is.
    const since = isFirst ? performance.now() : readyAfter;
    say(`ready ${isFirst ? '' : 'again '}after ${since.toFixed(0)} ms (engine warm)`);
    isFirst = false;
  };
};
