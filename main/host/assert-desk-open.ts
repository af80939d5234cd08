import type { Station } from './station.ts';

/**
 * Lets a call through that only staff may make. While a station is being set up its desk counts as open:
 * the wizard has no way to unlock it, and only an open desk can be set up anew.
 *
 * @throws DeskLockError `desk-lock.locked`, `desk-lock.file-unusable`.
 */
export const assertDeskOpen = ({ lock, settings }: Pick<Station, 'lock' | 'settings'>): void => {
  if (settings.isSetUp) lock.assertOpen();
};
