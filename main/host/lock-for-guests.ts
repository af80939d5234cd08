import type { Station } from './station.ts';

/** Locks the desk with each guest who comes to a shared screen: who stands before it then is no clerk. */
export const lockForGuests = (station: Pick<Station, 'counter' | 'lock' | 'preferences'>): void => {
  const { counter, lock } = station;
  counter.onChange(({ phase }) => {
    if (phase === 'reading' && station.preferences('clerk').mode === 'one-screen') lock.lock();
  });
};
