import { isDeepStrictEqual } from 'node:util';
import { isReaderError } from '../card/reader-error.ts';
import type { PageRole } from '../ipc/contract.ts';
import type { CameraReport, ShownDevices } from '../ipc/device-schema.ts';
import type { Settings } from '../settings/settings.ts';
import { devicesOf, noCamera, notedError, type DeviceNotes } from './device-status.ts';
import type { OpenParts } from './open-parts.ts';

export interface DeviceWatchOptions {
  readonly settings: () => Settings;
  readonly onChange: () => void;
}

/** How often counters and restarts are looked at, in ms. */
const interval = 2000;

/** Follows the devices of a counter for the strip on the clerk's screen. */
export class DeviceWatch {
  readonly #options: DeviceWatchOptions;
  #parts: OpenParts | undefined;
  #notes: DeviceNotes = { camera: noCamera };
  #cameraPage: PageRole | undefined;
  #shown: ShownDevices | undefined;
  #timer: NodeJS.Timeout | undefined;
  #stopFollowing: (() => void) | undefined;

  constructor(options: DeviceWatchOptions) {
    this.#options = options;
  }

  get snapshot(): ShownDevices {
    return devicesOf(this.#parts, this.#options.settings(), this.#notes);
  }

  /** Begins with parts that were opened. */
  follow(parts: OpenParts): void {
    this.#parts = parts;
    this.#notes = { camera: this.#notes.camera };
    const stopReader = parts.reader.onStateChange((state) => {
      if (state === 'ready') void this.#askWho(parts);
      this.look();
    });
    const stopEngine = parts.engine.onHealth(() => {
      this.look();
    });
    this.#stopFollowing = () => {
      stopReader();
      stopEngine();
    };
    this.#timer = setInterval(() => {
      this.look();
    }, interval);
    this.look();
  }

  /** The parts are closed. */
  leave(): void {
    clearInterval(this.#timer);
    this.#stopFollowing?.();
    this.#parts = undefined;
    this.look();
  }

  /** @param address - where the gateway serves; undefined where it does not any more. */
  noteGateway(address: string | undefined): void {
    const { gatewayAddress: _address, gatewayError: _error, ...rest } = this.#notes;
    this.#notes = { ...rest, ...(address !== undefined && { gatewayAddress: address }) };
    this.look();
  }

  /** @param role - the page that says so: the camera is its own. */
  noteCamera(camera: CameraReport, role: PageRole): void {
    this.#cameraPage = role;
    this.#notes = { ...this.#notes, camera };
    this.look();
  }

  /** No page of a role is there any more: what it said of its camera went with it. */
  forgetPage(role: PageRole): void {
    if (role === this.#cameraPage) this.noteCamera(noCamera, role);
  }

  /** Keeps the latest error of each device until the device is well again. */
  noteError(error: unknown): void {
    this.#notes = { ...this.#notes, ...notedError(error) };
    this.look();
  }

  /** @param driftWarning - what there is to warn of in the scores; undefined where there is nothing. */
  noteDrift(driftWarning: DeviceNotes['driftWarning']): void {
    const { driftWarning: _former, ...rest } = this.#notes;
    this.#notes = { ...rest, ...(driftWarning && { driftWarning }) };
    this.look();
  }

  /** Decoder or cloud has done its work: whatever kept it from it is over. */
  noteWell(part: 'decoder' | 'cloud'): void {
    const { decoderError, cloudError, ...rest } = this.#notes;
    this.#notes = {
      ...rest,
      ...(part !== 'decoder' && decoderError && { decoderError }),
      ...(part !== 'cloud' && cloudError && { cloudError }),
    };
    this.look();
  }

  noteStartError(startError: DeviceNotes['startError']): void {
    this.#notes = { camera: this.#notes.camera, ...(startError && { startError }) };
    this.look();
  }

  /** Tells of what changed since the last look. */
  look(): void {
    if (this.#parts?.reader.state === 'ready') {
      const { readerError: _over, ...rest } = this.#notes;
      this.#notes = rest;
    }
    const { snapshot } = this;
    if (isDeepStrictEqual(snapshot, this.#shown)) return;
    this.#shown = snapshot;
    this.#options.onChange();
  }

  async #askWho(parts: OpenParts): Promise<void> {
    try {
      const { text: samId } = await parts.reader.samId();
      // Other parts were opened meanwhile, with a reader of their own.
      if (this.#parts !== parts) return;
      this.#notes = { ...this.#notes, samId };
      this.look();
    } catch (caught) {
      // Readers that do not tell are well all the same; a lost one says so by itself.
      if (!isReaderError(caught)) throw caught;
    }
  }
}
