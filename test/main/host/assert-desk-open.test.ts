import { expect, it } from 'vitest';
import { DeskLock } from '../../../main/desk-lock/desk-lock.ts';
import { forgetfulPin } from '../../../main/desk-lock/pin-file.ts';
import { assertDeskOpen } from '../../../main/host/assert-desk-open.ts';
import { settingsSchema } from '../../../main/settings/settings.ts';

it('asks for the PIN, but not of whoever sets the station up', async () => {
  const lock = await DeskLock.open(forgetfulPin());
  await lock.change('2468');
  lock.lock();
  const check = (isSetUp: boolean) => (): void => {
    assertDeskOpen({ lock, settings: settingsSchema.parse({ isSetUp }) });
  };
  expect(check(true)).toThrow(expect.objectContaining({ code: 'desk-lock.locked' }) as Error);
  expect(check(false)).not.toThrow();
  lock.close();
});
