import { z } from 'zod';
import { engineRoutes } from '../compare/routing.ts';

/** Whose service a cloud engine asks. */
const cloudProviders = ['cloudauth', 'tencent'] as const;

/** The address of a proxy. A password for it would lie in a plain file, so it is refused. */
const proxyAddress = z.string().refine((text) => {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return ['http:', 'https:'].includes(protocol) && username === '' && password === '';
}, 'must be http:// or https://, host and port, without a name or password');

/** What a similarity means at this site, for a service that does not say. */
const siteTable = z.strictObject({
  /** Where the figures are from: who measured them, on whom and when. Kept with every check. */
  origin: z.string().trim().min(1).max(200),
  /** A stricter FAR needs a higher similarity. */
  points: z
    .array(
      z.strictObject({
        far: z.number().gt(0).lt(1),
        /** 0 to 100, as the service gives it. */
        similarity: z.number().min(0).max(100),
      }),
    )
    .min(1)
    .max(50)
    .superRefine((points, context) => {
      const strictFirst = points.toSorted((a, b) => a.far - b.far);
      strictFirst.slice(1).forEach((laxer, index) => {
        const stricter = strictFirst[index];
        if (stricter === undefined) return;
        if (laxer.far > stricter.far && laxer.similarity < stricter.similarity) return;
        const message = `FAR ${laxer.far} needs one row and a lower similarity than ${stricter.far}`;
        context.addIssue({ code: 'custom', message });
      });
    }),
});

/**
 * Which engine compares. Whatever leaves this machine needs the guest's separate consent.
 *
 * No key is a setting: keys come from the environment or from protected files (`main/cloud/secret.ts`).
 */
export const engineSettingsSchema = z
  .strictObject({
    route: z.enum(engineRoutes).default('local'),
    cloud: z
      .strictObject({
        provider: z.enum(cloudProviders).default('cloudauth'),
        /** Of CloudAuth, or of a gateway that speaks it; Tencent has its own. */
        endpoint: z.url().default('https://cloudauth.aliyuncs.com'),
        /** Milliseconds one comparison may take in the cloud, retries included. */
        timeout: z.int().min(500).max(60_000).default(8000),
        /** `environment`: as `HTTPS_PROXY` and `NO_PROXY` say; `none`; or the proxy's address. */
        proxy: z.union([z.enum(['environment', 'none']), proxyAddress]).default('environment'),
        /** PEM file of the authorities to trust instead of the well-known ones. */
        caFile: z.string().min(1).max(1000).optional(),
        tencent: z
          .strictObject({
            endpoint: z.url().default('https://recognition.image.myqcloud.com'),
            /** The account's AppID; it is no secret. */
            appId: z
              .string()
              .regex(/^\d{0,20}$/)
              .default(''),
            /** Left out, there are scores and no verdicts. */
            siteTable: siteTable.optional(),
          })
          .prefault({}),
      })
      .prefault({}),
  })
  .prefault({});
