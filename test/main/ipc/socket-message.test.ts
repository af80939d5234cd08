import fc from 'fast-check';
import { encode } from '@msgpack/msgpack';
import { describe, expect, it } from 'vitest';
import { decodeCall } from '../../../main/ipc/read-call-message.ts';
import { decodeStationMessage, encodeMessage } from '../../../main/ipc/socket-message.ts';

describe('a call', () => {
  it('comes over as it was sent, with its images as bytes', () => {
    const request = { visit: 3, frame: Uint8Array.of(0xff, 0xd8) };
    const call = { id: 7, channel: 'witness:offerFrame', request };
    expect(decodeCall(encodeMessage(call))).toEqual(call);
  });

  it('is read without copying its image: that shares the bytes of the message', () => {
    const request = { visit: 3, frame: new Uint8Array(100_000).fill(7) };
    const message = encodeMessage({ id: 7, channel: 'witness:offerFrame', request });
    const { frame } = decodeCall(message)?.request as typeof request;
    expect(frame).toEqual(request.frame);
    expect(frame.buffer).toBe(message.buffer);
  });

  it('without a request has none', () => {
    const call = decodeCall(encodeMessage({ id: 0, channel: 'a', request: undefined }));
    expect(call).toEqual({ id: 0, channel: 'a' });
    expect(call?.request).toBeUndefined();
  });

  it.each([
    ['no map', [1, 2]],
    ['no id', { channel: 'a' }],
    ['an id that is no number', { id: 'x', channel: 'a' }],
    ['an id below nought', { id: -1, channel: 'a' }],
    ['no channel', { id: 1 }],
    ['a very long channel', { id: 1, channel: 'a'.repeat(65) }],
    ['more than a call has', { id: 1, channel: 'a', origin: 'app://station' }],
    ['nothing', null],
  ])('is none with %s', (_what, message) => {
    expect(decodeCall(encode(message))).toBeUndefined();
  });

  it('is none of bytes at random, which break nothing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const call = decodeCall(bytes);
        if (call !== undefined) expect(typeof call.channel).toBe('string');
      }),
    );
  });
});

describe('a message of the station', () => {
  it('is an answer or an event, as it was sent', () => {
    const answer = { id: 1, outcome: { ok: true, value: { phase: 'reading' } } } as const;
    const event = { channel: 'witness:stageChanged', payload: { phase: 'reading' } };
    expect(decodeStationMessage(encodeMessage(answer))).toEqual(answer);
    expect(decodeStationMessage(encodeMessage(event))).toEqual(event);
  });
});
