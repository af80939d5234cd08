import { EventEmitter } from 'node:events';
import { settings } from './control.ts';

const displayAt = (id: number, x: number, isInternal: boolean): Electron.Display => {
  const bounds = { x, y: 0, width: 1920, height: 1080 };
  return {
    id,
    bounds,
    workArea: bounds,
    size: { width: bounds.width, height: bounds.height },
    workAreaSize: { width: bounds.width, height: bounds.height },
    nativeOrigin: { x, y: 0 },
    label: `Display ${id}`,
    internal: isInternal,
    detected: true,
    rotation: 0,
    scaleFactor: 1,
    displayFrequency: 60,
    colorDepth: 24,
    colorSpace: '',
    depthPerComponent: 8,
    monochrome: false,
    maximumCursorSize: { width: 64, height: 64 },
    accelerometerSupport: 'unavailable',
    touchSupport: isInternal ? 'unavailable' : 'available',
  };
};

export const primaryDisplay = displayAt(1, 0, true);

/** Displays side by side, the first one built in. */
const nth = (index: number): Electron.Display =>
  index === 0 ? primaryDisplay : displayAt(index + 1, index * 1920, false);

const displays = Array.from({ length: settings.displays }, (_, index) => nth(index));

const contains = ({ bounds }: Electron.Display, { x, y }: Electron.Point): boolean =>
  x >= bounds.x && x < bounds.x + bounds.width && y >= bounds.y && y < bounds.y + bounds.height;

const nearest = (point: Electron.Point): Electron.Display =>
  displays.find((display) => contains(display, point)) ?? primaryDisplay;

type ScreenMembers =
  | 'getAllDisplays'
  | 'getPrimaryDisplay'
  | 'getDisplayNearestPoint'
  | 'getDisplayMatching'
  | 'getCursorScreenPoint';

/** Displays side by side: the clerk's, and touch screens for the guest. */
class StandInScreen extends EventEmitter implements Pick<Electron.Screen, ScreenMembers> {
  getAllDisplays(): Electron.Display[] {
    return [...displays];
  }

  getPrimaryDisplay(): Electron.Display {
    return primaryDisplay;
  }

  getDisplayNearestPoint(point: Electron.Point): Electron.Display {
    return nearest(point);
  }

  getDisplayMatching(rectangle: Electron.Rectangle): Electron.Display {
    return nearest(rectangle);
  }

  getCursorScreenPoint(): Electron.Point {
    return { x: 0, y: 0 };
  }
}

export const screen = new StandInScreen();

/** Somebody plugs in another display. */
export const plugInDisplay = (): void => {
  const display = nth(displays.length);
  displays.push(display);
  screen.emit('display-added', {}, display);
};

/** Somebody unplugs the last display; windows on it are not moved. */
export const unplugDisplay = (): void => {
  const display = displays.pop();
  screen.emit('display-removed', {}, display);
};
