import { describe, expect, it } from 'vitest';
import { PhotoError } from '../../../main/photo/photo-error.ts';
import { createMemoryRecordStore } from '../../../main/records/memory-record-store.ts';
import { HeldVisit, type HeldVisitParts } from '../../../main/station/held-visit.ts';
import { RecordQueue } from '../../../main/station/record-queue.ts';
import { beginningNow, VisitRecord } from '../../../main/station/visit-record.ts';
import { FakeClock } from './fake-clock.ts';
import { sampleReading, sampleRules } from './sample-guests.ts';

const isBlank = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0);
const image = (): Uint8Array => new Uint8Array(8).fill(9);

const hold = (decode: HeldVisitParts['decode'] = () => photo(image())) => {
  const clock = new FakeClock();
  const queue = new RecordQueue(createMemoryRecordStore());
  const reading = sampleReading();
  const record = new VisitRecord(queue, clock, sampleRules, beginningNow(clock));
  const held = new HeldVisit({ visit: 1, mark: 'a', rules: sampleRules, record, reading, decode });
  return { held, reading };
};
const photo = (bytes: Uint8Array) =>
  Promise.resolve({ format: 'bmp', image: bytes, decodedBy: 'test' } as const);

describe('what is held of a guest', () => {
  it('has no pictures at first, and does not decode what nobody asks for', () => {
    const { held } = hold(() => Promise.reject(new Error('asked')));
    expect(held.pictures).toEqual({});
    expect(held.hasAskedForChip).toBe(false);
  });

  it('decodes the chip photo once, whoever asks', async () => {
    let calls = 0;
    const { held, reading } = hold((raw) => {
      calls += 1;
      expect(raw).toBe(reading.photo);
      return photo(image());
    });
    const [one, another] = await Promise.all([held.chipPhoto(), held.chipPhoto()]);
    expect(one).toBe(another);
    expect(calls).toBe(1);
    expect(held.pictures.chip).toBe(one.image);
  });

  it('overwrites a frame when a better one takes its place', () => {
    const { held } = hold();
    const [first, second] = [image(), image()];
    held.keepFrame(first);
    held.keepFrame(second);
    expect([isBlank(first), isBlank(second)]).toEqual([true, false]);
    expect(held.pictures.frame).toBe(second);
  });

  it('overwrites everything when the guest is forgotten, and what comes late at once', async () => {
    let came = (): void => undefined;
    const late = image();
    const { held, reading } = hold(
      () =>
        new Promise((resolve) => {
          came = () => {
            resolve({ format: 'bmp', image: late, decodedBy: 'test' });
          };
        }),
    );
    const decoding = held.chipPhoto();
    const frame = image();
    held.keepFrame(frame);
    held.forget();
    expect(held.isForgotten).toBe(true);
    expect([reading.text, reading.photo, frame].every(isBlank)).toBe(true);
    came();
    await decoding;
    const lateFrame = image();
    held.keepFrame(lateFrame);
    expect([late, lateFrame].every(isBlank)).toBe(true);
  });

  it('begins again without the frame, and tries a chip photo that failed once more', async () => {
    let calls = 0;
    const { held } = hold(() => {
      calls += 1;
      return calls === 1 ? Promise.reject(new PhotoError('photo.no-decoder')) : photo(image());
    });
    await expect(held.chipPhoto()).rejects.toMatchObject({ code: 'photo.no-decoder' });
    await expect(held.chipPhoto()).rejects.toMatchObject({ code: 'photo.no-decoder' });
    const frame = image();
    held.keepFrame(frame);
    const rules = { ...sampleRules, attempts: 1 };
    held.startAgain(rules);
    expect(held.rules).toBe(rules);
    expect(isBlank(frame)).toBe(true);
    expect(held.pictures).toEqual({});
    const { image: chip } = await held.chipPhoto();
    held.startAgain(rules);
    expect((await held.chipPhoto()).image).toBe(chip);
    expect(calls).toBe(2);
  });
});
