import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { StationBridge } from '../../../main/ipc/bridge.ts';

const electron = vi.hoisted(() => ({
  contextBridge: { exposeInMainWorld: vi.fn() },
  ipcRenderer: { invoke: vi.fn(), on: vi.fn(), off: vi.fn() },
}));
vi.mock('electron', () => electron);

describe('the preload script', () => {
  const exposed = electron.contextBridge.exposeInMainWorld;
  let bridge: StationBridge;
  beforeEach(async () => {
    vi.resetModules();
    vi.clearAllMocks();
    await import('../../../main/electron/preload.ts');
    bridge = exposed.mock.calls[0]?.[1] as StationBridge;
  });

  it('gives the page one object, with the calls and events of the contract', () => {
    expect(exposed).toHaveBeenCalledExactlyOnceWith('witness', bridge);
    expect(Object.keys(bridge)).toEqual(['currentState', 'submitFrames', 'onStateChanged']);
  });

  it('passes a call on', async () => {
    electron.ipcRenderer.invoke.mockResolvedValue({ ok: true, value: undefined });
    const request = { visit: 1, frames: [new Uint8Array([1])] };
    expect(await bridge.submitFrames(request)).toEqual({ ok: true, value: undefined });
    expect(electron.ipcRenderer.invoke).toHaveBeenCalledExactlyOnceWith(
      'witness:submitFrames',
      request,
    );
  });

  it('gives the page what an event carries, and never the event itself', () => {
    const listener = vi.fn();
    const stop: () => unknown = bridge.onStateChanged(listener);
    const [channel, onEvent] = electron.ipcRenderer.on.mock.calls[0] as [
      string,
      (...args: unknown[]) => void,
    ];
    onEvent({ sender: electron.ipcRenderer }, { phase: 'reading' });
    expect(listener).toHaveBeenCalledExactlyOnceWith({ phase: 'reading' });
    electron.ipcRenderer.off.mockReturnValue(electron.ipcRenderer);
    // Whatever a function returns crosses to the page as well.
    expect(stop()).toBeUndefined();
    expect(electron.ipcRenderer.off).toHaveBeenCalledExactlyOnceWith(channel, onEvent);
  });
});
