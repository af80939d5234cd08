import { createRoot } from 'react-dom/client';
import { ConnectedApp } from '../../../renderer/connected-app.tsx';
import type { StationLink } from '../../../renderer/connection.ts';
import '../../../renderer/look/tokens.css';
import '../../../renderer/look/base.css';
import { fakeBridge } from './fake-bridge.ts';
import { galleryScreens } from './gallery-screens.ts';
import { standInForCamera } from './stand-in-camera.ts';

/*
 * Any screen of the product, by its name in the address: `?screen=waiting&language=en&theme=dark`.
 * What it shows comes from a bridge that answers what the screen needs, in place of a station.
 */
const query = new URLSearchParams(window.location.search);
const name = query.get('screen') ?? '';
const screen = galleryScreens[name];
const root = document.getElementById('root')!;
if (screen === undefined) {
  root.append(
    ...Object.entries(galleryScreens).map(([one, { clicks }]) => {
      const link = document.createElement('a');
      Object.assign(link, { href: `?screen=${one}`, textContent: one });
      // How to get there, for whoever takes the pictures from outside.
      link.dataset['clicks'] = JSON.stringify(clicks ?? {});
      return link;
    }),
  );
} else {
  standInForCamera(screen.camera);
  const bridge = fakeBridge(screen, {
    language: query.get('language') === 'en' ? 'en' : 'zh',
    theme: query.get('theme') === 'dark' ? 'dark' : 'light',
    largePrint: query.has('large'),
  });
  const link: StationLink = {
    bridge,
    connection: {
      current: () => (screen.isLost === true ? 'lost' : 'open'),
      subscribe: () => () => undefined,
    },
  };
  createRoot(root).render(<ConnectedApp link={link} />);
}
