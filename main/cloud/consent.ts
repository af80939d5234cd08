import type { CompareEngine } from '../compare/contract.ts';

/** What the guest said about pictures leaving this machine. */
export interface CloudConsent {
  readonly toCloud: boolean;
}

/** A guest's yes. Whatever sends a picture off this machine asks for one. */
export interface GivenCloudConsent extends CloudConsent {
  readonly toCloud: true;
}

/** Whether the guest agreed. */
export const isGiven = (consent: CloudConsent): consent is GivenCloudConsent => consent.toCloud;

/**
 * An engine off this machine. It compares nothing by itself: each guest's consent makes an engine for
 * that guest, so that no call can forget it.
 */
export interface CloudEngine {
  readonly name: string;
  /**
   * The engine for the guest who gave this consent. Cheap: make one per guest and keep none.
   *
   * @throws {CloudError} `cloud.no-consent` if the consent was not given after all.
   */
  for(consent: GivenCloudConsent): CompareEngine;
}
