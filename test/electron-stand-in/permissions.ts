import { linkToChromium } from './chromium-link.ts';
import { defaultSession, type Asking } from './session.ts';

/** Names the browser has for what Electron's handlers are asked for. */
const browserNames: Readonly<Record<string, readonly string[] | undefined>> = {
  geolocation: ['geolocation'],
  notifications: ['notifications'],
  midi: ['midi'],
  'clipboard-read': ['clipboard-read'],
};
const mediaNames = { video: 'camera', audio: 'microphone' } as const;
const devices = ['serial', 'usb', 'hid'] as const;

const makeKnown = async (
  origin: string,
  names: readonly string[],
  isGranted: boolean,
): Promise<void> => {
  const { browser } = await linkToChromium();
  const setting = isGranted ? 'granted' : 'denied';
  for (const name of names)
    await browser.send('Browser.setPermission', { permission: { name }, setting, origin });
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
  const isGranted = await defaultSession.request(asking, permission, media);
  const names = Object.entries(mediaNames).flatMap(([kind, name]) =>
    permission === 'media' && media.includes(kind) ? [name] : [],
  );
  await makeKnown(origin, [...names, ...(browserNames[permission] ?? [])], isGranted);
  return isGranted;
};

/**
 * Has the program say what a page may do before it asks, as the browser would ask it for instance to
 * name the cameras.
 */
export const setInitialPermissions = async (origin: string, asking: Asking): Promise<void> => {
  await makeKnown(origin, [mediaNames.video], defaultSession.check(asking, 'media', 'video'));
  await makeKnown(origin, [mediaNames.audio], defaultSession.check(asking, 'media', 'audio'));
  for (const [permission, names = []] of Object.entries(browserNames))
    await makeKnown(origin, names, defaultSession.check(asking, permission));
};
