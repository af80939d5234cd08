import { GatewayError } from './gateway-error.ts';
import {
  appIdSchema,
  keyIdSchema,
  keyRecordSchema,
  newAppId,
  newKeyId,
  newSecret,
  type GatewayApi,
} from './key-record.ts';
import type { KeyStore, ListedKey } from './key-store.ts';

/** What a new key is to be. */
export interface NewKey {
  readonly api: GatewayApi;
  /** A pair that a program already uses, so that only its address has to change. Left out, one is made. */
  readonly existing?: { readonly id: string; readonly secret: string };
  /** Tencent only; left out, one is made. */
  readonly appId?: string;
  readonly from: readonly string[];
  readonly note: string;
}

/** A key as it is shown, once. */
export interface MadeKey {
  readonly key: Omit<ListedKey, 'isEnabled'>;
  readonly secret: string;
}

/**
 * Adds a key to the gateway's.
 *
 * @returns it with its secret, which cannot be shown again.
 * @throws GatewayError `gateway.key-invalid`, and as {@link KeyStore.add}.
 */
export const makeKey = async (store: KeyStore, wanted: NewKey, now: Date): Promise<MadeKey> => {
  const { api, existing } = wanted;
  const id = existing?.id ?? newKeyId(api);
  const secret = existing?.secret ?? newSecret(api);
  const appId = api === 'tencent' ? (wanted.appId ?? newAppId()) : wanted.appId;
  if (!keyIdSchema.safeParse(id).success) {
    throw invalid('an id has 8 to 128 letters, digits, dots, hyphens and underscores');
  }
  if (secret.length < 16) throw invalid('a secret has 16 characters or more');
  if (api === 'cloudauth' && appId !== undefined) throw invalid('only Tencent has an AppID');
  if (appId !== undefined && !appIdSchema.safeParse(appId).success) {
    throw invalid('an AppID has 4 to 16 digits');
  }
  if (!keyRecordSchema.shape.from.safeParse(wanted.from).success) {
    throw invalid('networks are written as in 192.168.1.0/24');
  }
  const key = {
    api,
    id,
    ...(appId !== undefined && { appId }),
    from: [...wanted.from],
    note: wanted.note.slice(0, 80),
    created: now.toISOString(),
  };
  await store.add(key, secret);
  return { key, secret };
};

const invalid = (reason: string): GatewayError =>
  new GatewayError('gateway.key-invalid', { reason });
