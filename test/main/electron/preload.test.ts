import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { StationBridge } from '../../../main/ipc/bridge.ts';
import { callNames, eventNames } from '../../../main/ipc/channels.ts';

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
    expect(Object.keys(bridge)).toHaveLength(callNames.length + eventNames.length);
  });

  it('passes a call on', async () => {
    electron.ipcRenderer.invoke.mockResolvedValue({ ok: true, value: { seen: false } });
    const request = { visit: 1, frame: new Uint8Array([1]) };
    expect(await bridge.offerFrame(request)).toEqual({ ok: true, value: { seen: false } });
    expect(electron.ipcRenderer.invoke).toHaveBeenCalledExactlyOnceWith(
      'witness:offerFrame',
      request,
    );
  });

  it('gives the page what an event carries, and never the event itself', () => {
    const listener = vi.fn();
    const stop: () => unknown = bridge.onStageChanged(listener);
    const [channel, onEvent] = electron.ipcRenderer.on.mock.calls[0] as [
      string,
      (...args: unknown[]) => void,
    ];
    expect(channel).toBe('witness:stageChanged');
    onEvent({ sender: electron.ipcRenderer }, { phase: 'reading' });
    expect(listener).toHaveBeenCalledExactlyOnceWith({ phase: 'reading' });
    electron.ipcRenderer.off.mockReturnValue(electron.ipcRenderer);
    // Whatever a function returns crosses to the page as well.
    expect(stop()).toBeUndefined();
    expect(electron.ipcRenderer.off).toHaveBeenCalledExactlyOnceWith(channel, onEvent);
  });
});
