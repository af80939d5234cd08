import { EventEmitter } from 'node:events';
import type { utilityProcess } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { createUtilityLauncher } from '../../../main/electron/utility-process-launcher.ts';

/** Behaves as Electron's utility process does: no pid and nothing to kill before it has spawned. */
class FakeUtilityProcess extends EventEmitter {
  pid: number | undefined;
  readonly postMessage = vi.fn();
  readonly kill = vi.fn(() => this.pid !== undefined);

  spawn(): void {
    this.pid = 4711;
    this.emit('spawn');
  }
}

const launch = () => {
  const child = new FakeUtilityProcess();
  const fork = vi.fn(() => child);
  const launcher = createUtilityLauncher({ fork } as unknown as Pick<
    typeof utilityProcess,
    'fork'
  >);
  const handle = launcher({ file: '/app/engine-child.js', execArgv: [], args: ['{"threads":1}'] });
  return { child, fork, handle };
};

describe('createUtilityLauncher', () => {
  it('starts the module with its arguments and keeps standard output free', () => {
    expect(launch().fork).toHaveBeenCalledExactlyOnceWith(
      '/app/engine-child.js',
      ['{"threads":1}'],
      {
        execArgv: [],
        serviceName: 'engine-child.js',
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    );
  });

  it('carries messages both ways', () => {
    const { child, handle } = launch();
    const seen: unknown[] = [];
    handle.onMessage((message) => seen.push(message));
    handle.send({ kind: 'call', id: 1 });
    child.emit('message', { kind: 'ready' });
    expect(child.postMessage).toHaveBeenCalledExactlyOnceWith({ kind: 'call', id: 1 });
    expect(seen).toEqual([{ kind: 'ready' }]);
  });

  it('knows the process id once there is one', () => {
    const { child, handle } = launch();
    expect(handle.pid).toBeUndefined();
    child.spawn();
    expect(handle.pid).toBe(4711);
  });

  it('tells once that the child is gone, and sends it nothing after', () => {
    const { child, handle } = launch();
    const onExit = vi.fn();
    handle.onExit(onExit);
    child.emit('exit', 9);
    handle.send('late');
    expect(onExit).toHaveBeenCalledExactlyOnceWith({ code: 9, signal: null });
    expect(child.postMessage).not.toHaveBeenCalled();
  });

  it('kills a running child at once', () => {
    const { child, handle } = launch();
    child.spawn();
    handle.kill();
    expect(child.kill).toHaveBeenCalledOnce();
  });

  it('kills a child that is still starting as soon as it has started', () => {
    const { child, handle } = launch();
    handle.kill();
    child.spawn();
    expect(child.kill).toHaveLastReturnedWith(true);
  });

  it('leaves a child alone that is gone already', () => {
    const { child, handle } = launch();
    child.emit('exit', 0);
    handle.kill();
    expect(child.listenerCount('spawn')).toBe(0);
  });
});
