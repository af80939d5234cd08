import { listCalibrations } from '../compare/load-calibration.ts';
import type { CallHandlers } from '../ipc/register-calls.ts';
import type { SettingsView } from '../ipc/settings-view.ts';
import { listCandidatePorts } from '../serial/candidate-ports.ts';
import { discoverReader } from '../serial/discover-reader.ts';
import { calibrationDirectory } from '../settings/product-root.ts';
import { decoderFinding } from './decoder-finding.ts';
import { demoHandlers } from './demo-handlers.ts';
import { hasCloudCredentials } from './cloud-engine.ts';
import { HostError } from './host-error.ts';
import type { OpenParts } from './open-parts.ts';
import { operatingTableOf } from './operating-table.ts';
import { preferencesOf, settingsViewOf } from './preferences.ts';
import type { Station } from './station.ts';

/** What each call of the contract does at a station; the same for every host. */
export const stationHandlers = (station: Station): Omit<CallHandlers, 'openGuestScreen'> => {
  const { counter, devices, options } = station;
  const { records, settings, isDemo } = options;
  const view = async (): Promise<SettingsView> => {
    const installed = await listCalibrations(calibrationDirectory());
    const populations = installed.map(({ calibration }) => calibration.population);
    const { provider } = settings.current.engine.cloud;
    return settingsViewOf(settings, populations, hasCloudCredentials(provider));
  };
  return {
    ...demoHandlers(station),
    currentStage: () => Promise.resolve(station.stage),
    currentPreferences: (_request, { role }) =>
      Promise.resolve(preferencesOf(settings.current, role, isDemo)),
    answerConsent: ({ visit, answer }) =>
      done(() => {
        counter.answerConsent(visit, answer);
      }),
    offerFrame: async ({ visit, frame }) => {
      const { outline, ...advice } = await counter.offerFrame(visit, frame);
      return { ...advice, ...(outline && { outline: [...outline] }) };
    },
    reportCamera: (report) =>
      done(() => {
        devices.noteCamera(report);
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
    operatingTable: () =>
      Promise.resolve(operatingTableOf(openPartsOf(station).calibration, settings.current.compare)),
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
      const { discovery } = openPartsOf(station);
      const found = await station.whileClosed(() => discoverReader(discovery));
      const { path, baudRate, samId } = found;
      return { path, baudRate, ...(samId !== null && { samId }) };
    },
    checkDecoder: async () => decoderFinding(await openPartsOf(station).decoder.check()),
  };
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
