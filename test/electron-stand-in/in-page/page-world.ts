import type { BridgeEnd, World } from './bridge-end.ts';
import type { AskedPermission, PageWindow } from './page-types.ts';

type CreateBridgeEnd = (channel: EventTarget, mine: World, page: PageWindow) => BridgeEnd;

/**
 * What is put into the page's own world before any script of the page: it takes the bridge's channel
 * from the preload world, sets what the preload script exposes, and has the page's requests for
 * permission decided by the program before the browser's own function is called.
 *
 * Run in pages as its own source text: it uses nothing from outside but its arguments.
 */
export const installPageWorld = (createBridgeEnd: CreateBridgeEnd, handshake: string): void => {
  const page = globalThis as unknown as PageWindow;
  const isDecided = (answer: unknown): boolean => answer === true;

  /** Puts `around` in the place of a function of the browser, where this page has it. */
  const replace = (
    owner: unknown,
    name: string,
    around: (
      original: (...args: readonly unknown[]) => unknown,
      args: readonly unknown[],
    ) => unknown,
  ): void => {
    const holder = owner as Record<string, unknown> | null | undefined;
    const original = holder?.[name];
    if (holder === null || holder === undefined || typeof original !== 'function') return;
    Object.defineProperty(holder, name, {
      configurable: true,
      writable: true,
      value(this: unknown, ...args: readonly unknown[]) {
        return around((...given) => Reflect.apply(original, this, given) as unknown, args);
      },
    });
  };

  const guardPermissions = (bridge: BridgeEnd): void => {
    const ask = async (permission: string, mediaTypes: readonly string[] = []): Promise<boolean> =>
      isDecided(await bridge.call('ask', { permission, mediaTypes } satisfies AskedPermission));
    type Globals = Record<string, unknown>;
    const { navigator } = globalThis as unknown as { navigator: Globals };
    /** The decision is made known to the browser, whose own function then keeps to it. */
    const askFirst = (owner: unknown, name: string, permission: string): void => {
      replace(owner, name, async (original, args) => {
        await ask(permission);
        return original(...args);
      });
    };
    replace(navigator['mediaDevices'], 'getUserMedia', async (original, args) => {
      const wanted = (args[0] ?? {}) as Record<string, unknown>;
      const kinds = ['audio', 'video'].filter(
        (kind) => wanted[kind] !== undefined && wanted[kind] !== false,
      );
      if (kinds.length > 0) await ask('media', kinds);
      return original(...args);
    });
    replace(navigator['mediaDevices'], 'getDisplayMedia', async () => {
      // Electron captures nothing unless the program has chosen a source, which this stand-in cannot.
      // It is asked for as media of neither kind.
      const isGranted = await ask('media');
      throw new page.DOMException(
        'Not captured',
        isGranted ? 'NotSupportedError' : 'NotAllowedError',
      );
    });
    askFirst(navigator['geolocation'], 'getCurrentPosition', 'geolocation');
    askFirst(navigator['geolocation'], 'watchPosition', 'geolocation');
    askFirst(navigator['clipboard'], 'readText', 'clipboard-read');
    askFirst(navigator['clipboard'], 'read', 'clipboard-read');
    askFirst(navigator['clipboard'], 'writeText', 'clipboard-sanitized-write');
    replace(navigator, 'requestMIDIAccess', async (original, args) => {
      const { sysex } = (args[0] ?? {}) as { readonly sysex?: unknown };
      await ask(sysex === true ? 'midiSysex' : 'midi');
      return original(...args);
    });
    /** The browser has no word for the decision, so it is kept to here. */
    const askAndRefuse = (owner: unknown, name: string, permission: string): void => {
      replace(owner, name, async (original, args) => {
        if (await ask(permission)) return original(...args);
        throw new page.DOMException('Permission denied', 'NotAllowedError');
      });
    };
    askAndRefuse(page.Element.prototype, 'requestPointerLock', 'pointerLock');
    askAndRefuse(navigator['keyboard'], 'lock', 'keyboardLock');
    askAndRefuse(globalThis, 'getScreenDetails', 'window-management');
    replace(page.Element.prototype, 'requestFullscreen', async (original, args) => {
      if (await ask('fullscreen')) return original(...args);
      // Electron leaves it at that, and the page waits for ever.
      return new Promise(() => undefined);
    });
    replace((globalThis as unknown as Globals)['IdleDetector'], 'requestPermission', async () =>
      (await ask('idle-detection')) ? 'granted' : 'denied',
    );
    // Nobody chooses a device here, as in Electron where the program does not.
    const noDevice = (): Error => new page.DOMException('No device selected.', 'NotFoundError');
    for (const [owner, name] of [
      ['serial', 'requestPort'],
      ['usb', 'requestDevice'],
      ['hid', 'requestDevice'],
    ] as const)
      replace(navigator[owner], name, async () => {
        await ask(owner);
        if (owner === 'hid') return [];
        throw noDevice();
      });
    replace(navigator['bluetooth'], 'requestDevice', async () => {
      if (await ask('bluetooth'))
        throw new page.DOMException('The stand-in has no devices.', 'NotSupportedError');
      throw new page.DOMException('User cancelled the requestDevice() chooser.', 'NotFoundError');
    });
    askFirst(
      (globalThis as unknown as Globals)['Notification'],
      'requestPermission',
      'notifications',
    );
  };

  page.addEventListener(
    handshake,
    (event) => {
      event.stopImmediatePropagation();
      const [channel] = (event as unknown as { readonly ports: readonly EventTarget[] }).ports;
      if (channel === undefined) return;
      const bridge = createBridgeEnd(channel, 'page', page);
      const freeze = (value: unknown): unknown => {
        if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
        Object.values(value).forEach(freeze);
        return Object.freeze(value);
      };
      bridge.offer('expose', (key: string, api: unknown) => {
        if (key in globalThis)
          throw new Error('Cannot bind an API on top of an existing property on the window object');
        Object.defineProperty(globalThis, key, { value: freeze(api), enumerable: true });
      });
      guardPermissions(bridge);
      // A link for a new window, which the browser would make before anybody can be asked.
      page.addEventListener(
        'click',
        (event) => {
          const place = event.composedPath().find((part) => part instanceof page.HTMLAnchorElement);
          if (place === undefined) return;
          const { target, href } = place as unknown as { target: string; href: string };
          if (['', '_self', '_parent', '_top'].includes(target)) return;
          event.preventDefault();
          bridge.call('open', href, target, '');
        },
        { capture: true },
      );
      // A window the program does not allow is never made, and its opener is told so.
      replace(globalThis, 'open', (_original, args) => {
        const [url = 'about:blank', frameName = '', features = ''] = args;
        const { href } = new URL(String(url), page.location.href);
        bridge.call('open', href, String(frameName), String(features));
        return null;
      });
    },
    { once: true },
  );
};
