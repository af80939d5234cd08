import { describe, expect, it, vi } from 'vitest';
import { EventHub } from '../../../main/host/event-hub.ts';
import type { ShownDesk } from '../../../main/ipc/desk-schema.ts';
import type { ShownStage } from '../../../main/ipc/stage-schema.ts';

const emptyDesk: ShownDesk = {
  attempts: 3,
  far: 0.001,
  reasons: [],
  decisions: [],
  hasChipPhoto: false,
  hasFrame: false,
};
const reading: ShownStage = { phase: 'reading' };

const open = () => {
  const hub = new EventHub();
  const [guest, clerk] = [vi.fn(), vi.fn()];
  return {
    hub,
    guest,
    clerk,
    stopGuest: hub.subscribe('guest', guest),
    stopClerk: hub.subscribe('clerk', clerk),
  };
};

describe('the hub of events', () => {
  it('tells everybody what is for everybody', () => {
    const { hub, guest, clerk } = open();
    hub.publish('stageChanged', () => reading);
    expect(guest).toHaveBeenCalledExactlyOnceWith('witness:stageChanged', reading);
    expect(clerk).toHaveBeenCalledExactlyOnceWith('witness:stageChanged', reading);
  });

  it('tells a guest’s page nothing that is for the clerk', () => {
    const { hub, guest, clerk } = open();
    hub.publish('deskChanged', () => emptyDesk);
    hub.publish('recordsChanged', () => undefined);
    expect(guest).not.toHaveBeenCalled();
    expect(clerk.mock.calls).toEqual([
      ['witness:deskChanged', emptyDesk],
      ['witness:recordsChanged', undefined],
    ]);
  });

  it('makes what it tells for the page it tells, and only if somebody listens', () => {
    const { hub, guest, clerk, stopClerk } = open();
    const preferencesFor = vi.fn((role: 'guest' | 'clerk') => ({
      mode: 'two-screens' as const,
      language: 'zh' as const,
      theme: 'light' as const,
      largePrint: false,
      voice: true,
      sound: true,
      isSetUp: true,
      isDemo: false,
      role,
    }));
    hub.publish('preferencesChanged', preferencesFor);
    expect(guest).toHaveBeenCalledWith(
      'witness:preferencesChanged',
      expect.objectContaining({ role: 'guest' }),
    );
    expect(clerk).toHaveBeenCalledWith(
      'witness:preferencesChanged',
      expect.objectContaining({ role: 'clerk' }),
    );
    stopClerk();
    const desk = vi.fn(() => emptyDesk);
    hub.publish('deskChanged', desk);
    expect(desk).not.toHaveBeenCalled();
  });

  it('lets nothing out that the contract does not name', () => {
    const { hub, guest } = open();
    hub.publish('stageChanged', () => ({ ...reading, name: '测试甲' }) as ShownStage);
    expect(guest).toHaveBeenCalledExactlyOnceWith('witness:stageChanged', reading);
  });

  it('tells a page nothing once it has gone, even one that goes over an event', () => {
    const hub = new EventHub();
    const stop = hub.subscribe('guest', () => {
      stop();
    });
    const later = vi.fn();
    hub.subscribe('guest', later);
    hub.publish('stageChanged', () => reading);
    hub.publish('stageChanged', () => reading);
    expect(later).toHaveBeenCalledTimes(2);
  });
});

it('says when the last page of a role has gone, once', () => {
  const left: string[] = [];
  const hub = new EventHub((role) => left.push(role));
  const [stopOne, stopOther] = [hub.subscribe('guest', vi.fn()), hub.subscribe('guest', vi.fn())];
  const stopClerk = hub.subscribe('clerk', vi.fn());
  stopOne();
  stopOne();
  expect(left).toEqual([]);
  stopOther();
  stopOther();
  expect(left).toEqual(['guest']);
  stopClerk();
  expect(left).toEqual(['guest', 'clerk']);
});
