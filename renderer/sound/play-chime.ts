import { chimes, type Chime } from './chimes.ts';

/** As loud as speech; a counter is in a room with people. */
const loudness = 0.22;

/** Seconds a tone takes to come, so that it does not click. */
const attack = 0.012;

/** Plays a chime: soft tones with one overtone, made on the spot. */
export const playChime = (context: BaseAudioContext, chime: Chime): void => {
  const start = context.currentTime + 0.02;
  for (const { at, length, pitch } of chimes[chime]) {
    playTone(context, { at: start + at, length, pitch, gain: loudness });
    playTone(context, { at: start + at, length: length * 0.6, pitch: pitch * 2, gain: 0.05 });
  }
};

const playTone = (
  context: BaseAudioContext,
  { at, length, pitch, gain }: { at: number; length: number; pitch: number; gain: number },
): void => {
  const oscillator = new OscillatorNode(context, { type: 'sine', frequency: pitch });
  const envelope = new GainNode(context, { gain: 0 });
  envelope.gain.setValueAtTime(0, at);
  envelope.gain.linearRampToValueAtTime(gain, at + attack);
  envelope.gain.exponentialRampToValueAtTime(0.001, at + length);
  oscillator.connect(envelope).connect(context.destination);
  oscillator.start(at);
  oscillator.stop(at + length + 0.05);
};
