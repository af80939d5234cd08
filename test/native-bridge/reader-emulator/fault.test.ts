import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWitnessError } from '../../../main/errors/witness-error.ts';
import {
  faultKind,
  faultNames,
  type FaultName,
} from '../../../native-bridge/reader-emulator/fault-catalogue.ts';
import {
  checkFault,
  faultUsage,
  parseFault,
} from '../../../native-bridge/reader-emulator/fault.ts';
import { commandNames } from '../../../native-bridge/reader-emulator/request.ts';

describe('a fault on the command line', () => {
  it.each([
    ['silence', { name: 'silence', values: [] }],
    ['silence#3', { name: 'silence', values: [], times: 3 }],
    ['silence@find-card', { name: 'silence', values: [], command: 'find-card' }],
    [
      'status:41@read-base-info+2#1',
      { name: 'status', values: [0x41], command: 'read-base-info', skip: 2, times: 1 },
    ],
    ['status:0x9f', { name: 'status', values: [0x9f] }],
    ['card-status:6A82', { name: 'card-status', values: [0x6a82] }],
    ['fragment:7', { name: 'fragment', values: [7] }],
    ['fragment:7,20', { name: 'fragment', values: [7, 20] }],
    ['wrong-length:-3', { name: 'wrong-length', values: [-3] }],
  ])('%s is read', (text, fault) => {
    expect(parseFault(text)).toEqual(fault);
  });

  it('takes the usual values for those left out', () => {
    expect(checkFault(parseFault('fragment:7'))).toEqual([7, 0]);
    expect(checkFault(parseFault('noise-between'))).toEqual([16, 50]);
  });

  it('that nobody knows is refused with those that exist', () => {
    const error = expect.objectContaining({
      code: 'emulator.unknown-fault',
      data: { fault: 'fire', known: faultNames },
    }) as Error;
    expect(() => parseFault('fire')).toThrow(error);
    expect(() => parseFault('fire:1@nowhere')).toThrow(error);
  });

  it.each([
    ['status', /SW3 is missing/],
    ['status:zz', /SW3 must be 00 to FF/],
    ['status:1FF', /SW3 must be 00 to FF/],
    ['fragment:0', /bytes must be 1 to 4096/],
    ['fragment:seven', /bytes must be 1 to 4096/],
    ['fragment:7,8,9', /takes at most 2 values/],
    ['silence:3', /takes no value/],
    ['silence@nowhere', /the commands are reset-sam, /],
    ['silence#0', /at least once/],
    ['late:1.5', /ms must be 0 to 60000/],
  ])('%s is refused with the reason and the right form', (text, reason) => {
    const error = expect.objectContaining({
      code: 'emulator.bad-fault',
      data: expect.objectContaining({
        fault: text,
        reason: expect.stringMatching(reason) as string,
        usage: faultUsage(text.split(/[:@#]/)[0] as FaultName),
      }) as object,
    }) as Error;
    expect(() => parseFault(text)).toThrow(error);
  });

  it('given as data is checked as well', () => {
    const error = expect.objectContaining({ code: 'emulator.bad-fault' }) as Error;
    expect(() => checkFault({ name: 'truncate', values: [1.5] })).toThrow(error);
    expect(() => checkFault({ name: 'silence', times: -1 })).toThrow(error);
    expect(() => checkFault({ name: 'silence', skip: 0.5 })).toThrow(error);
  });

  it('is read or refused with a typed error, whatever is written', () => {
    const word = fc.oneof(
      fc.constantFrom<string>(
        ...faultNames,
        ...commandNames,
        ':',
        '@',
        '#',
        '+',
        ',',
        '-',
        '7',
        '0x',
      ),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (words) => {
        try {
          expect(faultNames).toContain(parseFault(words.join('')).name);
        } catch (caught) {
          expect(isWitnessError(caught) && caught.code).toMatch(/^emulator\.(unknown|bad)-fault$/);
        }
      }),
    );
  });
});

describe('the catalogue of faults', () => {
  it.each(faultNames)('%s has one line of description and a usage', (name) => {
    const { description } = faultKind(name);
    expect(description).toMatch(/^[A-Z][^\n]{10,90}\.$/);
    expect(faultUsage(name)).toMatch(
      new RegExp(`^${name}.*\\[@command\\]\\[\\+skip\\]\\[#times\\]$`),
    );
  });

  it('shows which values may be left out', () => {
    expect(faultUsage('fragment')).toBe('fragment[:bytes[,ms]][@command][+skip][#times]');
    expect(faultUsage('status')).toBe('status:SW3[@command][+skip][#times]');
    expect(faultUsage('silence')).toBe('silence[@command][+skip][#times]');
  });
});
