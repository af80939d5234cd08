import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DemoCards } from '../../../main/demo/demo-cards.ts';
import { DemoError } from '../../../main/demo/demo-error.ts';
import type { DemoEvent } from '../../../main/demo/demo-event.ts';
import { demoScenes } from '../../../main/demo/demo-scenes.ts';
import { Demo } from '../../../main/demo/open-demo.ts';
import { makeCard } from '../../../native-bridge/reader-emulator/emulated-card.ts';
import { sampleCards } from '../../../native-bridge/reader-emulator/sample-cards.ts';
import { FakeDemoClock } from './fake-demo-clock.ts';

let clock: FakeDemoClock;
let demo: Demo;
let told: string[];
/** What a scene asks of its card, for each card made; and how the next ones are made. */
let asked: unknown[];
let make: () => Promise<ReturnType<typeof makeCard>>;

beforeEach(() => {
  clock = new FakeDemoClock();
  told = [];
  asked = [];
  make = () => Promise.resolve(makeCard(sampleCards.resident));
  const cards = {
    make: (traits: unknown) => {
      asked.push(traits);
      return make();
    },
  } as unknown as DemoCards;
  demo = new Demo(cards, clock);
  demo.onEvent((event: DemoEvent) => {
    told.push('scene' in event ? `${event.type} ${event.scene}` : event.type);
  });
});
afterEach(() => demo.close());

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a demonstration', () => {
  it('has nobody at the counter at first', () => {
    expect(demo.scene).toBeUndefined();
    expect(demo.cardLies).toBe(false);
    expect(demo.scenes).toBe(demoScenes);
  });

  it('plays a scene with a card of its own, until the guest goes', async () => {
    await demo.play('expired');
    expect([demo.scene, demo.cardLies]).toEqual(['expired', true]);
    expect(asked).toMatchObject([{ id: 'expired', validity: 'expired', holder: 'adult' }]);
    demo.finish();
    demo.finish();
    expect([demo.scene, demo.cardLies]).toEqual([undefined, false]);
    expect(told).toEqual(['scene-began expired', 'card-placed', 'card-lifted', 'scene-ended']);
  });

  it('leaves the reader empty for a while between two guests', async () => {
    await demo.play('pass');
    const second = demo.play('fail');
    await clock.pass();
    await second;
    expect(told).toEqual([
      'scene-began pass',
      'card-placed',
      'scene-began fail',
      'card-lifted',
      'card-placed',
    ]);
  });

  it('cuts off a scene that the next one overtakes', async () => {
    let finish = (): void => undefined;
    const card = make();
    make = () =>
      new Promise((resolve) => {
        finish = () => {
          void card.then(resolve);
        };
      });
    const first = demo.play('pass');
    make = () => card;
    await demo.play('fail');
    finish();
    await first;
    expect([demo.scene, demo.cardLies]).toEqual(['fail', true]);
    expect(told.filter((event) => event === 'card-placed')).toHaveLength(1);
  });

  it('is over, and says why, when a card cannot be made', async () => {
    make = () => Promise.reject(new DemoError('demo.no-face'));
    await expect(demo.play('pass')).rejects.toMatchObject({ code: 'demo.no-face' });
    expect(demo.scene).toBeUndefined();
    expect(told).toEqual(['scene-began pass', 'scene-ended']);
  });

  it('goes on as it was when a scene is asked for that was never written', async () => {
    await demo.play('pass');
    await expect(demo.play('miracle')).rejects.toMatchObject({ code: 'demo.unknown-scene' });
    await expect(demo.pictures('miracle')).rejects.toMatchObject({ code: 'demo.unknown-scene' });
    expect([demo.scene, demo.cardLies]).toEqual(['pass', true]);
  });

  it('shows the same pictures of a view again', async () => {
    expect(await demo.pictures('pass')).toBe(await demo.pictures('expired'));
    expect(await demo.pictures('nobody')).not.toBe(await demo.pictures('pass'));
  });

  it('plugs the reader in for the next guest, whatever became of it', async () => {
    await demo.play('reader-unplugged');
    expect(told).toEqual(['scene-began reader-unplugged', 'unplugged']);
    await demo.play('pass');
    expect(told.slice(2)).toEqual(['plugged-in', 'scene-began pass', 'card-placed']);
  });

  it('tells what a story does by itself', async () => {
    await demo.play('reader-unplugged');
    await clock.pass();
    await turn();
    expect(told.slice(2)).toEqual(['plugged-in', 'card-placed']);
  });

  it('can be used by hand: card and plug', async () => {
    await demo.play('pass');
    demo.liftCard();
    demo.placeCard();
    await demo.unplug();
    demo.plugIn();
    expect(told.slice(2)).toEqual(['card-lifted', 'card-placed', 'unplugged', 'plugged-in']);
    expect(demo.scene).toBe('pass');
  });

  it('that has ended plays nothing more', async () => {
    await demo.close();
    await expect(demo.play('pass')).rejects.toMatchObject({ code: 'demo.closed' });
    expect(demo.scene).toBeUndefined();
  });
});
