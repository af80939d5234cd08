import { createRoot } from 'react-dom/client';
import type { StationBridge } from '../main/ipc/bridge.ts';
import './look/tokens.css';
import './look/page.css';
import './look/parts.css';
import { StationApp } from './station-app.tsx';

declare global {
  interface Window {
    /** The station; put here by the host before the page runs. */
    readonly witness: StationBridge;
  }
}

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root element.');
createRoot(root).render(<StationApp bridge={window.witness} />);
