import { EventEmitter } from 'node:events';

/*
 * Runs in a utility process before its own module: takes Node's way to a parent away, which there is
 * none of in Electron, and puts `process.parentPort` there.
 */

const send = process.send?.bind(process);
Reflect.deleteProperty(process, 'send');

class StandInParentPort extends EventEmitter implements Pick<Electron.ParentPort, 'postMessage'> {
  postMessage(message: unknown): void {
    send?.(message, undefined, {}, () => undefined);
  }
}

const parentPort = new StandInParentPort();
// Node keeps what comes until somebody listens, and so does Electron.
parentPort.on('newListener', (name) => {
  if (name !== 'message' || parentPort.listenerCount('message') > 0) return;
  process.on('message', (data) => parentPort.emit('message', { data, ports: [] }));
});
process.once('disconnect', () => parentPort.emit('close'));

Object.defineProperty(process, 'parentPort', { value: parentPort });
Object.defineProperty(process, 'type', { value: 'utility' });
