import { describe, expect, it, vi } from 'vitest';
import { deviceCamera } from '../../../renderer/camera/camera-source.ts';
import { watchCamera, type CameraState } from '../../../renderer/camera/watch-camera.ts';

/** A camera's stream that can be unplugged. */
class FakeStream {
  readonly track = Object.assign(new EventTarget(), { stop: vi.fn() });

  getTracks(): readonly (EventTarget & { stop: () => void })[] {
    return [this.track];
  }

  unplug(): void {
    this.track.dispatchEvent(new Event('ended'));
  }
}

/** Devices that answer as the test says, one answer after the other. */
class FakeDevices extends EventTarget {
  readonly asked: MediaStreamConstraints[] = [];
  readonly #answers: (FakeStream | Error)[];

  constructor(...answers: (FakeStream | Error)[]) {
    super();
    this.#answers = answers;
  }

  getUserMedia(constraints: MediaStreamConstraints): Promise<MediaStream> {
    this.asked.push(constraints);
    const answer = this.#answers.shift();
    if (answer instanceof FakeStream) return Promise.resolve(answer as unknown as MediaStream);
    return Promise.reject(answer ?? new Error('no answer is left'));
  }

  change(): void {
    this.dispatchEvent(new Event('devicechange'));
  }
}

const named = (name: string): Error => Object.assign(new Error(name), { name });
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Watches the camera; `pass` lets the time until the next try go by. */
const watch = (devices: FakeDevices, deviceId?: string) => {
  const states: CameraState[] = [];
  const waiting = new Set<() => void>();
  const stop = watchCamera({
    source: deviceCamera(devices, deviceId),
    onState: (state) => states.push(state),
    later: (act) => {
      waiting.add(act);
      return () => waiting.delete(act);
    },
  });
  const pass = (): void => {
    const due = [...waiting];
    waiting.clear();
    for (const act of due) act();
  };
  return { states, stop, pass };
};

const opening = { kind: 'opening' } as const;

describe('watchCamera', () => {
  it('opens the camera without the microphone, and turns it off at the end', async () => {
    const stream = new FakeStream();
    const devices = new FakeDevices(stream);
    const { states, stop } = watch(devices);
    await settled();
    expect(states).toEqual([opening, { kind: 'on', stream }]);
    expect(devices.asked[0]).toMatchObject({ audio: false });
    stop();
    expect(stream.track.stop).toHaveBeenCalledOnce();
    expect(states.at(-1)).toEqual({ kind: 'off' });
  });

  it.each([
    ['NotAllowedError', 'denied'],
    ['SecurityError', 'denied'],
    ['NotFoundError', 'missing'],
    ['OverconstrainedError', 'missing'],
    ['NotReadableError', 'busy'],
    ['TypeError', 'failed'],
  ])('says what %s means', async (name, problem) => {
    const { states } = watch(new FakeDevices(named(name)));
    await settled();
    expect(states).toEqual([opening, { kind: 'problem', problem }]);
  });

  it('opens a camera that is plugged in later', async () => {
    const stream = new FakeStream();
    const devices = new FakeDevices(named('NotFoundError'), stream);
    const { states } = watch(devices);
    await settled();
    devices.change();
    await settled();
    expect(states.map(({ kind }) => kind)).toEqual(['opening', 'problem', 'on']);
  });

  it('tries again after a while, though nothing tells that the camera was let go', async () => {
    const stream = new FakeStream();
    const { states, pass } = watch(new FakeDevices(named('NotReadableError'), stream));
    await settled();
    pass();
    await settled();
    expect(states.map(({ kind }) => kind)).toEqual(['opening', 'problem', 'on']);
  });

  it('tries nothing more once nobody wants the camera', async () => {
    const devices = new FakeDevices(named('NotReadableError'));
    const { stop, pass } = watch(devices);
    await settled();
    stop();
    pass();
    devices.change();
    await settled();
    expect(devices.asked).toHaveLength(1);
  });

  it('prefers the chosen camera, and takes another where that one is gone', async () => {
    const devices = new FakeDevices(new FakeStream());
    watch(devices, 'left');
    await settled();
    expect(devices.asked[0]).toMatchObject({ video: { deviceId: { ideal: 'left' } } });
  });

  it('opens a camera again that was unplugged and came back', async () => {
    const [first, second] = [new FakeStream(), new FakeStream()];
    const devices = new FakeDevices(first, named('NotFoundError'), second);
    const { states } = watch(devices);
    await settled();
    first.unplug();
    await settled();
    devices.change();
    await settled();
    expect(states.map(({ kind }) => kind)).toEqual(['opening', 'on', 'opening', 'problem', 'on']);
    expect(states.at(-1)).toEqual({ kind: 'on', stream: second });
  });

  it('leaves a camera that works alone when another device comes', async () => {
    const devices = new FakeDevices(new FakeStream());
    const { states } = watch(devices);
    await settled();
    devices.change();
    await settled();
    expect(devices.asked).toHaveLength(1);
    expect(states.map(({ kind }) => kind)).toEqual(['opening', 'on']);
  });

  it('turns a camera off that opens only after nobody wants it any more', async () => {
    const stream = new FakeStream();
    const { states, stop } = watch(new FakeDevices(stream));
    stop();
    await settled();
    expect(stream.track.stop).toHaveBeenCalledOnce();
    expect(states).toEqual([opening, { kind: 'off' }]);
  });
});
