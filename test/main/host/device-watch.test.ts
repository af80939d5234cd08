import { describe, expect, it } from 'vitest';
import { CloudError } from '../../../main/cloud/cloud-error.ts';
import { DeviceWatch } from '../../../main/host/device-watch.ts';
import { PhotoError } from '../../../main/photo/photo-error.ts';
import { settingsSchema } from '../../../main/settings/settings.ts';

const settings = settingsSchema.parse({ engine: { route: 'cloud-with-local-fallback' } });

const makeWatch = (): { watch: DeviceWatch; changes: () => number } => {
  let changes = 0;
  const watch = new DeviceWatch({ settings: () => settings, onChange: () => (changes += 1) });
  watch.look();
  return { watch, changes: () => changes };
};

describe('the watch over the devices', () => {
  it('keeps what failed at a device apart from what failed at another', () => {
    const { watch } = makeWatch();
    watch.noteError(new CloudError('cloud.timed-out', { afterMs: 1 }));
    watch.noteError(new PhotoError('photo.no-decoder'));
    expect(watch.snapshot.cloud).toMatchObject({
      state: 'failing',
      lastError: { code: 'cloud.timed-out' },
    });
    expect(watch.snapshot.decoder.lastError?.code).toBe('photo.no-decoder');
  });

  it('forgets it once that device has done its work, and tells', () => {
    const { watch, changes } = makeWatch();
    watch.noteError(new CloudError('cloud.timed-out', { afterMs: 1 }));
    watch.noteError(new PhotoError('photo.no-decoder'));
    const before = changes();
    watch.noteWell('cloud');
    expect(watch.snapshot.cloud).toEqual({ state: 'ready', provider: 'cloudauth' });
    expect(watch.snapshot.decoder.lastError?.code).toBe('photo.no-decoder');
    expect(changes()).toBe(before + 1);
    watch.noteWell('cloud');
    expect(changes()).toBe(before + 1);
  });
});
