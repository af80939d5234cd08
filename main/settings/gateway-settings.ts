import { z } from 'zod';

const port = z.int().min(0).max(65_535);

/** How the gateway serves, and to whom. Its keys are no settings: `witness gateway keys` makes them. */
export const gatewaySettingsSchema = z.strictObject({
  /** Whether the station starts the gateway. */
  enabled: z.boolean().default(false),
  /**
   * The name or address it is reached at. `localhost` is this machine alone, at both of its loopback
   * addresses; anything but a loopback address needs `tls`.
   */
  host: z.string().min(1).max(253).default('localhost'),
  port: port.default(8430),
  /** Where `/healthz` and `/metrics` are, on 127.0.0.1 only. */
  metricsPort: port.default(8431),
  /** PEM files of the certificate, with what leads to its authority, and of its key. */
  tls: z.strictObject({ cert: z.string().min(1), key: z.string().min(1) }).optional(),
  /** Whether photographs may be given by address, which makes this machine fetch them. */
  urlImages: z
    .strictObject({
      enabled: z.boolean().default(false),
      /** Networks such as `10.1.2.0/24` that may be fetched from although they are not public. */
      allowedNetworks: z
        .array(z.union([z.cidrv4(), z.cidrv6()]))
        .max(50)
        .default([]),
    })
    .prefault({}),
  /**
   * Shared memory of several gateways, such as `redis://10.0.0.5:6379`. Left out, each has its own. One
   * with a password comes from the environment: settings are shown on the clerk's screens.
   */
  redisUrl: z
    .url({ protocol: /^rediss?$/ })
    .refine(
      (address) => new URL(address).password === '',
      'must hold no password; give the address as WITNESS_REDIS_URL in the environment',
    )
    .optional(),
  /** What one key may ask for. */
  rate: z
    .strictObject({
      requests: z.int().min(1).max(1_000_000).default(20),
      seconds: z.int().min(1).max(3600).default(1),
    })
    .prefault({}),
  queue: z
    .strictObject({
      /** Comparisons that may wait for the engine; one more is told that it is busy. */
      waiting: z.int().min(0).max(1000).default(16),
    })
    .prefault({}),
  cloudauth: z
    .strictObject({
      /** `Code` of a success: `1` up to version 2018-09-16 and `200` from 2019-03-07 on, or always the same. */
      successCode: z.enum(['by-version', '1', '200']).default('by-version'),
      /** Whether GET is served too. Addresses end up in the logs of whatever is between. */
      allowGet: z.boolean().default(false),
    })
    .prefault({}),
  tencent: z
    .strictObject({
      /** Whether signatures that are good for once (`e=0`) are taken, once. */
      singleUseSignatures: z.boolean().default(false),
    })
    .prefault({}),
});

export type GatewaySettings = z.output<typeof gatewaySettingsSchema>;
