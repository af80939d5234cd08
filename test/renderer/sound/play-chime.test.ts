import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { chimes, type Chime, type Note } from '../../../renderer/sound/chimes.ts';
import { playChime } from '../../../renderer/sound/play-chime.ts';

const pitchesOf = (chime: Chime): number[] => chimes[chime].map(({ pitch }: Note) => pitch);

describe('the chimes of the results', () => {
  it('differ in how they move: a pass rises, a fail falls, a review stays', () => {
    const rises = pitchesOf('pass');
    expect(rises).toEqual([...rises].sort((a, b) => a - b));
    const falls = pitchesOf('fail');
    expect(falls).toEqual([...falls].sort((a, b) => b - a));
    expect(new Set(pitchesOf('review')).size).toBe(1);
  });

  it('are over within a second', () => {
    for (const notes of Object.values(chimes))
      for (const { at, length } of notes) expect(at + length).toBeLessThan(1);
  });
});

/** What was asked of a sound that nobody hears. */
interface Tone {
  readonly pitch: number;
  start?: number;
  stop?: number;
}

describe('a chime that is played', () => {
  const tones: Tone[] = [];
  const gains: number[] = [];
  beforeEach(() => {
    vi.stubGlobal(
      'OscillatorNode',
      class {
        readonly #tone: Tone;
        constructor(_context: unknown, { frequency }: { readonly frequency: number }) {
          this.#tone = { pitch: frequency };
          tones.push(this.#tone);
        }
        connect = <Node>(node: Node): Node => node;
        start = (at: number): void => {
          this.#tone.start = at;
        };
        stop = (at: number): void => {
          this.#tone.stop = at;
        };
      },
    );
    vi.stubGlobal(
      'GainNode',
      class {
        readonly gain = {
          setValueAtTime: (value: number) => gains.push(value),
          linearRampToValueAtTime: (value: number) => gains.push(value),
          exponentialRampToValueAtTime: (value: number) => gains.push(value),
        };
        connect = <Node>(node: Node): Node => node;
      },
    );
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    tones.length = 0;
    gains.length = 0;
  });

  it('sounds from now on, each note with its overtone, and ends', () => {
    const context = { currentTime: 10, destination: {} } as unknown as BaseAudioContext;
    playChime(context, 'look');
    expect(tones.map(({ pitch }) => pitch)).toEqual([659, 1318, 880, 1760]);
    for (const { start = 0, stop = 0 } of tones) {
      expect(start).toBeGreaterThan(10);
      expect(stop).toBeGreaterThan(start);
      expect(stop).toBeLessThan(11);
    }
    expect(tones[2]!.start! - tones[0]!.start!).toBeCloseTo(chimes.look[1].at);
  });

  it('comes from silence and goes back to it, without a click', () => {
    playChime({ currentTime: 0, destination: {} } as unknown as BaseAudioContext, 'card-found');
    const [from, peak, to] = gains;
    expect(from).toBe(0);
    expect(peak).toBeGreaterThan(0.1);
    expect(to).toBeLessThan(0.01);
  });
});
