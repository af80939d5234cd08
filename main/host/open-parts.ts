import { CardReader } from '../card/reader.ts';
import { assertRulesPossible } from '../compare/assert-rules-possible.ts';
import type { CalibrationFolders } from '../compare/load-calibration.ts';
import type { Calibration } from '../compare/calibration.ts';
import { chancesOf } from '../compare/routing.ts';
import { openDemo, type Demo } from '../demo/open-demo.ts';
import type { WitnessError } from '../errors/witness-error.ts';
import type { EngineProcess } from '../engine/engine-process.ts';
import { ChipPhotoDecoder } from '../photo/chip-photo-decoder.ts';
import { launchWithNode, type LaunchProcess } from '../process/launcher.ts';
import { portOf, type DiscoveryOptions } from '../serial/discover-reader.ts';
import { openSerialChannel } from '../serial/open-serial-channel.ts';
import { modelsDirectory } from '../settings/product-root.ts';
import type { Settings } from '../settings/settings.ts';
import type { CounterParts } from '../station/counter.ts';
import { openLocalEngine } from '../station/open-local-engine.ts';
import type { CompareEngine } from '../compare/contract.ts';
import { engineRoute } from './engine-route.ts';

/** Everything a counter works with, and what the screens show of it. */
export interface OpenParts {
  readonly counter: CounterParts;
  readonly reader: CardReader;
  readonly decoder: ChipPhotoDecoder;
  readonly engine: EngineProcess;
  /** This machine's engine, calibrated. */
  readonly local: CompareEngine;
  readonly calibration: Calibration;
  /** Milliseconds until the models were warm. */
  readonly engineReadyAfter: number;
  /** How the reader is looked for: on this computer's ports, or the demonstration's. */
  readonly discovery: DiscoveryOptions;
  readonly demo: Demo | undefined;
}

export interface OpenPartsOptions {
  readonly settings: Settings;
  readonly calibrations: CalibrationFolders;
  /** Starts the processes of engine and decoder. Default: Node's `fork`. */
  readonly launch?: LaunchProcess;
  /** Whether the reader and the guests are the demonstration's. */
  readonly isDemo: boolean;
  /** Told when a cloud could not be reached and this machine compared instead. */
  readonly onFallback: (error: WitnessError) => void;
  /** Told that something which may have failed before has just done its work. */
  readonly onWell: (part: 'decoder' | 'cloud') => void;
}

/**
 * Opens everything a counter needs, as the settings say. A reader that is not there yet is waited for.
 *
 * @throws ModelError, CalibrationError, EngineError, VerdictError (a FAR that cannot be divided over
 *   the attempts), CloudError, DemoError: what cannot be done without.
 */
export const openParts = async (options: OpenPartsOptions): Promise<OpenParts> => {
  const { settings, calibrations, launch = launchWithNode, isDemo, onFallback, onWell } = options;
  const { far, review, attempts, population, threads } = settings.compare;
  const begun = performance.now();
  const local = await openLocalEngine({
    modelsDirectory: modelsDirectory(),
    calibrations,
    population,
    threads,
    launch,
  });
  const engineReadyAfter = performance.now() - begun;
  try {
    const chances = chancesOf(settings.engine.route);
    assertRulesPossible(local.calibration, { far, review, attempts, chances });
    const demo = isDemo ? openDemo(local) : undefined;
    const decoder = new ChipPhotoDecoder(settings.decoder, launch);
    const discovery: DiscoveryOptions = demo
      ? { paths: [demo.port.path], openChannel: demo.port.openChannel }
      : {};
    const reader = openReader(settings.reader, discovery);
    return {
      reader,
      decoder,
      engine: local.analyser,
      local: local.engine,
      calibration: local.calibration,
      engineReadyAfter,
      discovery,
      demo,
      counter: {
        reader,
        decoder: {
          needsReader: (raw) => decoder.needsReader(raw),
          decode: async (raw) => {
            const photo = await decoder.decode(raw);
            // A card that carries the picture itself says nothing about the decoder.
            if (photo.decodedBy !== undefined) onWell('decoder');
            return photo;
          },
        },
        looker: local.analyser,
        ...engineRoute(settings.engine, local.engine, {
          onFallback,
          onCloudAnswer: () => {
            onWell('cloud');
          },
        }),
        close: async () => {
          decoder.dispose();
          local.close();
          try {
            await reader.close();
          } finally {
            await demo?.close();
          }
        },
      },
    };
  } catch (caught) {
    local.close();
    throw caught;
  }
};

const openReader = (settings: Settings['reader'], discovery: DiscoveryOptions): CardReader => {
  const { openChannel = openSerialChannel, paths: [path = settings.port] = [] } = discovery;
  return new CardReader({
    openChannel,
    port: portOf(path, settings.baudRate, discovery),
    ...(settings.maxRfBytes !== undefined && { maxRfBytes: settings.maxRfBytes }),
  });
};
