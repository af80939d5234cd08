import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { sealedSecretSchema } from './sealed-secret.ts';

/** The APIs a key can be for. */
export const gatewayApis = ['cloudauth', 'tencent'] as const;
export type GatewayApi = (typeof gatewayApis)[number];

/** Ids become names of files, so they are letters, digits, `-`, `_` and dots between them. */
export const keyIdSchema = z.string().regex(/^[A-Za-z0-9](?:[\w.-]{6,126}[A-Za-z0-9])$/);
export const appIdSchema = z.string().regex(/^[1-9]\d{3,15}$/);

/** A key as it lies on disk. */
export const keyRecordSchema = z.strictObject({
  version: z.literal(1),
  api: z.enum(gatewayApis),
  /** AccessKeyId of CloudAuth, SecretId of Tencent. */
  id: keyIdSchema,
  /** Tencent only. */
  appId: appIdSchema.optional(),
  /** Networks it may be used from; none means anywhere the gateway is reached from. */
  from: z.array(z.union([z.cidrv4(), z.cidrv6()])),
  /** What people call it. */
  note: z.string().max(80),
  isEnabled: z.boolean(),
  created: z.iso.datetime(),
  secret: sealedSecretSchema,
});
export type KeyRecord = z.output<typeof keyRecordSchema>;

/** What a secret is sealed together with. */
export const sealedAbout = ({
  api,
  id,
  appId = '',
}: Pick<KeyRecord, 'api' | 'id' | 'appId'>): string => `witness gateway key|${api}|${id}|${appId}`;

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

const randomText = (length: number, from = alphabet): string =>
  Array.from({ length }, () => from.charAt(randomInt(from.length))).join('');

/** Ids and secrets in the vendors' own shapes: programs check them. */
export const newKeyId = (api: GatewayApi): string =>
  api === 'cloudauth' ? `LTAI${randomText(20)}` : `AKID${randomText(32)}`;

/** 30 or 32 letters and digits, 178 bits at the least. */
export const newSecret = (api: GatewayApi): string => randomText(api === 'cloudauth' ? 30 : 32);

export const newAppId = (): string => `1${randomText(9, '0123456789')}`;
