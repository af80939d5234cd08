import { linkToChromium } from './chromium-link.ts';
import { record } from './control.ts';
import { isPrevented } from './preventable.ts';
import { defaultSession, type Asking } from './session.ts';

/** What the browser calls something that can be allowed or refused. */
interface BrowserName {
  readonly name: string;
  readonly sysex?: boolean;
  readonly allowWithoutSanitization?: boolean;
}

/** Names the browser has for what Electron's handlers are asked for. */
const browserNames: Readonly<Record<string, BrowserName | undefined>> = {
  geolocation: { name: 'geolocation' },
  notifications: { name: 'notifications' },
  midi: { name: 'midi' },
  midiSysex: { name: 'midi', sysex: true },
  'clipboard-read': { name: 'clipboard-read' },
  'clipboard-sanitized-write': { name: 'clipboard-write' },
};
const mediaNames = { audio: { name: 'microphone' }, video: { name: 'camera' } } as const;
const devices = ['serial', 'usb', 'hid'] as const;

const makeKnown = async (
  origin: string,
  names: readonly BrowserName[],
  isGranted: boolean,
): Promise<void> => {
  const { browser } = await linkToChromium();
  const setting = isGranted ? 'granted' : 'denied';
  for (const permission of names)
    await browser.send('Browser.setPermission', { permission, setting, origin });
};

/**
 * Has the program decide on what a page asks for, and lets the browser know, whose own function
 * grants or refuses it then.
 *
 * @param origin - of the page, as the browser reads it.
 */
export const decidePermission = async (
  origin: string,
  asking: Asking,
  permission: string,
  media: readonly string[],
): Promise<boolean> => {
  const device = devices.find((kind) => kind === permission);
  if (device !== undefined) {
    const isChecked = defaultSession.check(asking, device);
    return defaultSession.checkDevice(asking, device) && isChecked;
  }
  if (permission === 'bluetooth') return chooseBluetooth(asking.contents);
  const isGranted = await defaultSession.request(asking, permission, media);
  const known = browserNames[permission];
  const names = Object.entries(mediaNames).flatMap(([kind, name]) =>
    permission === 'media' && media.includes(kind) ? [name] : [],
  );
  await makeKnown(origin, known === undefined ? names : [...names, known], isGranted);
  return isGranted;
};

/**
 * Has the program say what a page may do before it asks, as the browser would ask it for instance to
 * name the cameras.
 */
export const setInitialPermissions = async (origin: string, asking: Asking): Promise<void> => {
  await makeKnown(origin, [mediaNames.video], defaultSession.check(asking, 'media', 'video'));
  await makeKnown(origin, [mediaNames.audio], defaultSession.check(asking, 'media', 'audio'));
  for (const [permission, known] of Object.entries(browserNames))
    if (known !== undefined)
      await makeKnown(origin, [known], defaultSession.check(asking, permission));
};

/** Whether the program lets a page have the one device that is near; not refused, it is chosen. */
const chooseBluetooth = (contents: Electron.WebContents): Promise<boolean> =>
  new Promise((resolve) => {
    const decide = (deviceId: string): void => {
      const isGranted = deviceId !== '';
      record({ kind: 'bluetooth', isGranted });
      resolve(isGranted);
    };
    const device: Electron.BluetoothDevice = { deviceId: 'near', deviceName: 'Stand-in' };
    if (!isPrevented(contents, 'select-bluetooth-device', {}, [device], decide))
      decide(device.deviceId);
  });
