import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import { createBridge } from '../ipc/bridge.ts';

// The page gets the calls and events of the contract; neither `ipcRenderer` nor its events reach it.
const bridge = createBridge({
  invoke: (channel, request) => ipcRenderer.invoke(channel, request),
  listen: (channel, listener) => {
    const onEvent = (_event: IpcRendererEvent, payload: unknown): void => {
      listener(payload);
    };
    ipcRenderer.on(channel, onEvent);
    return () => void ipcRenderer.off(channel, onEvent);
  },
});
contextBridge.exposeInMainWorld('witness', bridge);
