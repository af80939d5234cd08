import { describe, expect, it } from 'vitest';
import * as commands from '../../../main/card/commands.ts';
import { encodeFrame } from '../../../main/card/frame.ts';
import { hex } from './hex.ts';

describe('commands', () => {
  it.each([
    [commands.resetSam, 'AA AA AA 96 69 00 03 10 FF EC'],
    [commands.samStatus, 'AA AA AA 96 69 00 03 11 FF ED'],
    [commands.readSamId, 'AA AA AA 96 69 00 03 12 FF EE'],
    [commands.findCard, 'AA AA AA 96 69 00 03 20 01 22'],
    [commands.selectCard, 'AA AA AA 96 69 00 03 20 02 21'],
    [commands.readBaseInfo, 'AA AA AA 96 69 00 03 30 01 32'],
    [commands.readAdditionalAddress, 'AA AA AA 96 69 00 03 30 03 30'],
    [commands.readManagementNumber, 'AA AA AA 96 69 00 03 30 05 36'],
    [commands.readBaseInfoAndFingerprints, 'AA AA AA 96 69 00 03 30 10 23'],
    [commands.setSpeed(115_200), 'AA AA AA 96 69 00 03 60 00 63'],
    [commands.setSpeed(57_600), 'AA AA AA 96 69 00 03 60 01 62'],
    [commands.setSpeed(38_400), 'AA AA AA 96 69 00 03 60 02 61'],
    [commands.setSpeed(19_200), 'AA AA AA 96 69 00 03 60 03 60'],
    [commands.setSpeed(9600), 'AA AA AA 96 69 00 03 60 04 67'],
    [commands.setMaxRfBytes(80), 'AA AA AA 96 69 00 04 61 FF 50 CA'],
    [commands.setMaxRfBytes(88), 'AA AA AA 96 69 00 04 61 FF 58 C2'],
  ])('encodes $name as the protocol prints it', (command, frame) => {
    expect(encodeFrame(commands.bodyOf(command))).toEqual(hex(frame));
  });

  it.each([23, 256, 80.5, Number.NaN])('refuses an RF frame size of %d bytes', (bytes) => {
    expect(() => commands.setMaxRfBytes(bytes)).toThrow(RangeError);
  });

  it('takes both ends of the RF range', () => {
    expect([24, 255].map((bytes) => commands.setMaxRfBytes(bytes).data)).toEqual([[24], [255]]);
  });
});
