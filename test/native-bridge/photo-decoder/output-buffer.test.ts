import { describe, expect, it } from 'vitest';
import { OutputBuffer } from '../../../native-bridge/photo-decoder/output-buffer.ts';

const inverted = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => byte ^ 0xff);

describe('OutputBuffer', () => {
  it('counts nothing when nothing was written', () => {
    expect(new OutputBuffer(1000).producedLength([800])).toBe(0);
  });

  it('counts up to the last byte that changed', () => {
    const buffer = new OutputBuffer(1000);
    buffer.bytes.set(inverted(buffer.bytes.subarray(0, 500)));
    expect(buffer.producedLength([800])).toBe(500);
  });

  it('takes a result whose last bytes are padding for a whole one', () => {
    const buffer = new OutputBuffer(1000);
    buffer.bytes.set(inverted(buffer.bytes.subarray(0, 785)));
    expect(buffer.producedLength([800])).toBe(800);
    expect(buffer.producedLength([801])).toBe(785);
  });

  it('notices a result that is too long by one byte', () => {
    const buffer = new OutputBuffer(1000);
    buffer.bytes.set(inverted(buffer.bytes.subarray(0, 801)));
    expect(buffer.producedLength([800])).toBe(801);
  });
});
