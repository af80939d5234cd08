import { createRoot } from 'react-dom/client';
import type { StationBridge } from '../main/ipc/bridge.ts';
import { ConnectedApp } from './connected-app.tsx';
import { linkByPreload, linkBySocket } from './connection.ts';
import './look/tokens.css';
import './look/base.css';

declare global {
  interface Window {
    /** The station; put here by a host that has a preload script, before the page runs. */
    readonly witness?: StationBridge;
  }
}

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root element.');
const { witness, location } = window;
createRoot(root).render(
  <ConnectedApp
    link={
      witness === undefined
        ? linkBySocket(location.origin + location.pathname)
        : linkByPreload(witness)
    }
  />,
);
