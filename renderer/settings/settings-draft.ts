import type { CallReply, CallRequest } from '../../main/ipc/contract.ts';
import { decoderDraftOf, type DecoderDraft } from './decoder-draft.ts';
import { engineDraftOf, type EngineDraft } from './engine-draft.ts';
import { gatewayDraftOf, type GatewayDraft } from './gateway-draft.ts';

/** The settings as they are kept. */
export type Settings = CallReply<'currentSettings'>['settings'];
/** The settings as they are sent; what is left out gets its default. */
export type SettingsToSave = CallRequest<'changeSettings'>['settings'];

/**
 * All settings as they are being edited: what is typed stays text, so that a figure may be wrong for
 * as long as somebody is typing it. Empty text stands for a setting that is left out.
 */
export interface SettingsDraft {
  readonly reader: {
    readonly port: string;
    readonly baudRate: string;
    readonly maxRfBytes: string;
  };
  readonly camera: { readonly deviceId: string };
  readonly decoder: DecoderDraft;
  readonly engine: EngineDraft;
  readonly compare: Omit<Settings['compare'], 'threads'> & { readonly threads: string };
  readonly records: { readonly retentionDays: string };
  readonly site: Omit<Settings['site'], 'operators'> & {
    /** One per line. */
    readonly operators: string;
  };
  readonly gateway: GatewayDraft;
  readonly screen: Omit<Settings['screen'], 'holdSeconds'> & { readonly holdSeconds: string };
  readonly updates: Settings['updates'];
}

/** A part of the settings that is edited on its own. */
export type DraftPart = keyof SettingsDraft;

/** What there is to edit when nothing was edited yet. */
export const draftOf = (settings: Settings): SettingsDraft => {
  const { reader, camera, decoder, engine, compare, records, site, gateway, screen, updates } =
    settings;
  return {
    reader: {
      port: reader.port,
      baudRate: textOf(reader.baudRate),
      maxRfBytes: textOf(reader.maxRfBytes),
    },
    camera: { deviceId: camera.deviceId ?? '' },
    decoder: decoderDraftOf(decoder),
    engine: engineDraftOf(engine),
    compare: { ...compare, threads: textOf(compare.threads) },
    records: { retentionDays: textOf(records.retentionDays) },
    site: { ...site, operators: site.operators.join('\n') },
    gateway: gatewayDraftOf(gateway),
    screen: { ...screen, holdSeconds: textOf(screen.holdSeconds) },
    updates,
  };
};

const textOf = (value: number | undefined): string => (value === undefined ? '' : String(value));
