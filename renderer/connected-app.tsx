import { useState, useSyncExternalStore, type ReactNode } from 'react';
import { App } from './app.tsx';
import { ConnectionLost } from './connection-lost.tsx';
import type { StationLink } from './connection.ts';

/**
 * The page, and above it a word where the station cannot be reached. Once it is back, everything is
 * asked anew: what happened meanwhile was told to nobody.
 */
export const ConnectedApp = ({ link }: { readonly link: StationLink }): ReactNode => {
  const { bridge, connection } = link;
  const state = useSyncExternalStore(connection.subscribe, connection.current);
  const [losses, setLosses] = useState(0);
  const [lastState, setLastState] = useState(state);
  if (state !== lastState) {
    setLastState(state);
    if (state === 'open' && lastState !== 'connecting') setLosses(losses + 1);
  }
  return (
    <>
      <App key={losses} bridge={bridge} />
      {(state === 'lost' || state === 'refused') && <ConnectionLost state={state} />}
    </>
  );
};
