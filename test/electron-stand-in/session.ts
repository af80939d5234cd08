import { EventEmitter } from 'node:events';
import { record, recordCall } from './control.ts';
import { pretend } from './pretend.ts';
import { StandInWebRequest } from './web-request.ts';

type RequestHandler = NonNullable<Parameters<Electron.Session['setPermissionRequestHandler']>[0]>;
type CheckHandler = NonNullable<Parameters<Electron.Session['setPermissionCheckHandler']>[0]>;
type DeviceHandler = NonNullable<Parameters<Electron.Session['setDevicePermissionHandler']>[0]>;
type MediaType = 'video' | 'audio';

/** A document that asks for something. */
export interface Asking {
  readonly contents: Electron.WebContents;
  /** Address of the document, as the program reads it. */
  readonly url: string;
  readonly isMainFrame: boolean;
}

type SessionMembers =
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'setSpellCheckerEnabled'
  | 'setUserAgent';

/** What pages may do. Without handlers everything is granted, as Electron does. */
class StandInSession extends EventEmitter implements Pick<Electron.Session, SessionMembers> {
  readonly webRequest = new StandInWebRequest();
  #onRequest: RequestHandler | undefined;
  #onCheck: CheckHandler | undefined;
  #onDevice: DeviceHandler | undefined;

  setPermissionRequestHandler(handler: RequestHandler | null): void {
    this.#onRequest = handler ?? undefined;
  }

  setPermissionCheckHandler(handler: CheckHandler | null): void {
    this.#onCheck = handler ?? undefined;
  }

  setDevicePermissionHandler(handler: DeviceHandler | null): void {
    this.#onDevice = handler ?? undefined;
  }

  setDisplayMediaRequestHandler(handler: unknown): void {
    recordCall('session', 'setDisplayMediaRequestHandler', [handler]);
  }

  setSpellCheckerEnabled(isEnabled: boolean): void {
    recordCall('session', 'setSpellCheckerEnabled', [isEnabled]);
  }

  setUserAgent(userAgent: string): void {
    recordCall('session', 'setUserAgent', [userAgent]);
  }

  /** Has the program decide on what a page asks for. */
  async request(asking: Asking, permission: string, media: readonly string[]): Promise<boolean> {
    const handler = this.#onRequest;
    const { contents, url, isMainFrame } = asking;
    const isGranted = await new Promise<boolean>((resolve) => {
      if (handler === undefined) {
        resolve(true);
        return;
      }
      const details: Electron.MediaAccessPermissionRequest = {
        requestingUrl: url,
        isMainFrame,
        ...(permission === 'media' && {
          mediaTypes: media as MediaType[],
          securityOrigin: originWithSlash(url),
        }),
      };
      handler(contents, permission as Parameters<RequestHandler>[1], resolve, details);
    });
    record({ kind: 'permission-request', permission, from: url, isMainFrame, media, isGranted });
    return isGranted;
  }

  /** Has the program say what holds without being asked for. */
  check(asking: Asking, permission: string, mediaType?: MediaType): boolean {
    const { contents, url, isMainFrame } = asking;
    const from = originWithSlash(url);
    const isGranted =
      this.#onCheck?.(contents, permission as Parameters<CheckHandler>[1], from, {
        isMainFrame,
        requestingUrl: url,
        securityOrigin: from,
        ...(mediaType !== undefined && { mediaType }),
      }) ?? true;
    const media = mediaType === undefined ? [] : [mediaType];
    record({ kind: 'permission-check', permission, from, isMainFrame, media, isGranted });
    return isGranted;
  }

  /** Has the program decide whether a page may use a device, if there were one. */
  checkDevice(asking: Asking, deviceType: 'serial' | 'usb' | 'hid'): boolean {
    const isGranted =
      this.#onDevice?.({
        deviceType,
        origin: originWithSlash(asking.url),
        device: pretend<Electron.SerialPort>({ portId: 'stand-in', portName: 'ttyStandIn' }),
      }) ?? true;
    record({ kind: 'device', deviceType, isGranted });
    return isGranted;
  }
}

/** As Chromium writes an origin: `app://station/`. */
const originWithSlash = (url: string): string =>
  /^[a-z]+:\/\/[^/]*/.exec(url)?.[0].concat('/') ?? '';

export const defaultSession = new StandInSession();
