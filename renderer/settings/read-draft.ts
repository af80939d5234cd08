import { decoderIn } from './decoder-draft.ts';
import type { DraftProblems } from './draft-problem.ts';
import { problemsOf } from './draft-problems.ts';
import { engineIn } from './engine-draft.ts';
import { gatewayIn } from './gateway-draft.ts';
import { linesOf, wholeOf } from './read-text.ts';
import { sameValue } from './same-value.ts';
import {
  draftOf,
  type Settings,
  type SettingsDraft,
  type SettingsToSave,
} from './settings-draft.ts';

/** What a draft comes to: settings to be saved, or what is wrong with it. */
export type DraftReading =
  | { readonly ok: true; readonly settings: SettingsToSave }
  | { readonly ok: false; readonly problems: DraftProblems };

/** @param kept - the settings that are being edited. */
export const readDraft = (draft: SettingsDraft, kept: Settings): DraftReading => {
  const problems = problemsOf(draft);
  return Object.keys(problems).length === 0
    ? { ok: true, settings: settingsIn(draft, kept) }
    : { ok: false, problems };
};

/** Whether saving the draft would change anything, or could not be done yet. */
export const isDirty = (draft: SettingsDraft, kept: Settings): boolean => {
  const reading = readDraft(draft, kept);
  return !reading.ok || !sameValue(reading.settings, settingsIn(draftOf(kept), kept));
};

const speeds = [115_200, 57_600, 38_400, 19_200, 9600] as const;
/** The speeds a reader can be set to, the fastest first. */
export const readerSpeeds: readonly string[] = speeds.map(String);

const settingsIn = (draft: SettingsDraft, kept: Settings): SettingsToSave => {
  const { reader, camera, decoder, engine, compare, records, site, gateway, screen, updates } =
    draft;
  const baudRate = speeds.find((speed) => String(speed) === reader.baudRate);
  return {
    reader: {
      port: reader.port,
      ...(baudRate !== undefined && { baudRate }),
      ...(reader.maxRfBytes.trim() !== '' && { maxRfBytes: wholeOf(reader.maxRfBytes) }),
    },
    decoder: decoderIn(decoder, kept.decoder),
    camera: camera.deviceId === '' ? {} : { deviceId: camera.deviceId },
    compare: { ...compare, threads: wholeOf(compare.threads) },
    engine: engineIn(engine, kept.engine),
    site: { ...site, operators: linesOf(site.operators) },
    records: { retentionDays: wholeOf(records.retentionDays) },
    gateway: gatewayIn(gateway, kept.gateway),
    screen: { ...screen, holdSeconds: wholeOf(screen.holdSeconds) },
    updates: { feed: updates.feed.trim(), publicKey: updates.publicKey.trim() },
    isSetUp: kept.isSetUp,
  };
};
