import { wholeOf } from './read-text.ts';
import type { Settings, SettingsToSave } from './settings-draft.ts';

type GatewaySettings = Settings['gateway'];

/** The gateway as it is being edited; what no field shows is kept as it is. */
export interface GatewayDraft {
  readonly enabled: boolean;
  readonly host: string;
  readonly port: string;
  readonly metricsPort: string;
  /** Both empty for plain HTTP. */
  readonly cert: string;
  readonly key: string;
  readonly urlImages: boolean;
  readonly requests: string;
  readonly seconds: string;
}

export const gatewayDraftOf = (gateway: GatewaySettings): GatewayDraft => {
  const { enabled, host, port, metricsPort, tls, urlImages, rate } = gateway;
  return {
    ...{ enabled, host },
    port: String(port),
    metricsPort: String(metricsPort),
    cert: tls?.cert ?? '',
    key: tls?.key ?? '',
    urlImages: urlImages.enabled,
    requests: String(rate.requests),
    seconds: String(rate.seconds),
  };
};

/**
 * The gateway a draft without problems describes.
 *
 * @param kept - what was edited: without the gateway its fields are not shown, and stay as they were.
 */
export const gatewayIn = (
  draft: GatewayDraft,
  kept: GatewaySettings,
): NonNullable<SettingsToSave['gateway']> => {
  const { enabled } = draft;
  if (!enabled) return { ...kept, enabled };
  const { tls: _, ...rest } = kept;
  const [cert, key] = [draft.cert.trim(), draft.key.trim()];
  return {
    ...rest,
    enabled,
    host: draft.host.trim(),
    port: wholeOf(draft.port),
    metricsPort: wholeOf(draft.metricsPort),
    ...(cert !== '' && { tls: { cert, key } }),
    urlImages: { ...kept.urlImages, enabled: draft.urlImages },
    rate: { requests: wholeOf(draft.requests), seconds: wholeOf(draft.seconds) },
  };
};
