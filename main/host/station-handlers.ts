import { listPopulations } from '../compare/load-calibration.ts';
import type { CallHandlers } from '../ipc/register-calls.ts';
import type { SettingsView } from '../ipc/settings-view.ts';
import { ChipPhotoDecoder } from '../photo/chip-photo-decoder.ts';
import type { DecoderCheck } from '../photo/decoder-check.ts';
import { listCandidatePorts } from '../serial/candidate-ports.ts';
import { discoverReader } from '../serial/discover-reader.ts';
import { decoderFinding } from './decoder-finding.ts';
import { demoHandlers } from './demo-handlers.ts';
import { hasCloudCredentials } from './cloud-engine.ts';
import { HostError } from './host-error.ts';
import type { OpenParts } from './open-parts.ts';
import { operatingTableOf } from './operating-table.ts';
import { settingsViewOf } from './preferences.ts';
import type { Station } from './station.ts';

/** What each call of the contract does at a station; the same for every host. */
export const stationHandlers = (station: Station): Omit<CallHandlers, 'openGuestScreen'> => {
  const { counter, devices, options } = station;
  const { records, settings } = options;
  const view = async (): Promise<SettingsView> => {
    const populations = await listPopulations(station.calibrations);
    const { provider } = settings.current.engine.cloud;
    return settingsViewOf(settings, populations, hasCloudCredentials(provider));
  };
  return {
    ...demoHandlers(station),
    currentStage: () => Promise.resolve(station.stage),
    currentPreferences: (_request, { role }) => Promise.resolve(station.preferences(role)),
    answerConsent: ({ visit, answer }) =>
      done(() => {
        counter.answerConsent(visit, answer);
      }),
    offerFrame: async ({ visit, frame }) => {
      const { outline, ...advice } = await counter.offerFrame(visit, frame);
      return { ...advice, ...(outline && { outline: [...outline] }) };
    },
    reportCamera: (report, { role }) =>
      done(() => {
        devices.noteCamera(report, role);
      }),
    askForStaff: ({ visit }) =>
      done(() => {
        counter.askForStaff(visit);
      }),
    finishVisit: ({ visit }) =>
      done(() => {
        counter.finishVisit(visit);
      }),
    currentDesk: () => Promise.resolve(station.desk),
    visitImages: ({ visit }) => Promise.resolve(counter.images(visit)),
    decideVisit: async ({ visit, ...decision }) => {
      await counter.decide(visit, decision);
      return undefined;
    },
    allowRetry: async ({ visit, ...by }) => {
      await counter.allowRetry(visit, by);
      return undefined;
    },
    currentDevices: () => Promise.resolve(devices.snapshot),
    operatingTable: () => {
      const { compare, engine } = settings.current;
      const { calibration } = openPartsOf(station);
      return Promise.resolve(operatingTableOf(calibration, compare, engine.route));
    },
    listRecords: (query) => records.list(query),
    figures: (range) => records.figures(range),
    currentSettings: view,
    changeSettings: async ({ settings: next }) => {
      await station.changeSettings(next);
      const changed = await view();
      station.hub.publish('settingsChanged', () => changed);
      return changed;
    },
    listPorts: async () =>
      (await listCandidatePorts()).map(({ path, chip }) => ({ path, label: chip ?? path })),
    findReader: async () => {
      const { discovery, demo, reader } = openPartsOf(station);
      // Closing the parts takes the emulated reader's port away, and it is known where it is.
      if (demo) return { path: demo.port.path, ...emulatedReader, ...(await samIdOf(reader)) };
      const found = await station.whileClosed(() => discoverReader(discovery));
      const { path, baudRate, samId } = found;
      return { path, baudRate, ...(samId !== null && { samId }) };
    },
    checkDecoder: async () => decoderFinding(await tryDecoder(station)),
    currentLock: () => Promise.resolve(station.lock.state),
    unlockDesk: ({ pin }) => station.lock.unlock(pin).then(nothing),
    lockDesk: () =>
      done(() => {
        station.lock.lock();
      }),
    changePin: ({ pin }) => station.lock.change(pin).then(nothing),
  };
};

const nothing = (): undefined => undefined;

/** A pseudo-terminal takes any speed; this is the one readers come with. */
const emulatedReader = { baudRate: 115_200 } as const;

const samIdOf = async (reader: OpenParts['reader']): Promise<{ readonly samId: string }> => ({
  samId: (await reader.samId()).text,
});

/** A decoder that asks the reader itself can only be tried while its port is free (reader protocol §4.2). */
const tryDecoder = async (station: Station): Promise<DecoderCheck> => {
  const { decoder } = openPartsOf(station);
  const { decoder: chosen } = station.settings;
  if (chosen.kind === 'none' || !chosen.needsReader) return decoder.check();
  return station.whileClosed(async () => {
    const alone = new ChipPhotoDecoder(chosen, station.options.launch);
    try {
      return await alone.check();
    } finally {
      alone.dispose();
    }
  });
};

const openPartsOf = ({ parts }: Station): OpenParts => {
  if (parts === undefined) throw new HostError('host.not-ready');
  return parts;
};

/** Runs what is done at once; what it throws becomes the call's error. */
const done = (work: () => void): Promise<undefined> => {
  work();
  return Promise.resolve(undefined);
};
