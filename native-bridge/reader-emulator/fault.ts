import type { CommandName } from '../../main/card/commands.ts';
import { EmulatorError } from './emulator-error.ts';
import { faultKind, faultNames, type FaultName, type FaultParameter } from './fault-catalogue.ts';
import { commandNames } from './request.ts';

/** A fault to play, as data. */
export interface Fault {
  readonly name: FaultName;
  /** Its numbers, in the order of the catalogue; those left out take their usual value. */
  readonly values?: readonly number[];
  /** The command it strikes; by default that of the catalogue, or all. */
  readonly command?: CommandName;
  /** How many such commands to let pass first. */
  readonly skip?: number;
  /** How often it strikes; for ever by default. */
  readonly times?: number;
}

const form = /^([a-z-]+)(?::([^@+#]*))?(?:@([a-z-]+))?(?:\+(\d+))?(?:#(\d+))?$/;

/**
 * Reads a fault as it is written on the command line:
 * `name[:value[,value]][@command][+skip][#times]`, such as `status:41@read-base-info#1`,
 * `fragment:7,20`, `silence+2#3`.
 *
 * @throws EmulatorError `emulator.unknown-fault`, `emulator.bad-fault`.
 */
export const parseFault = (text: string): Fault => {
  const [, name = text, values, command, skip, times] = form.exec(text) ?? [];
  const known = faultNames.find((one) => one === name);
  if (known === undefined) {
    throw new EmulatorError('emulator.unknown-fault', { fault: name, known: faultNames });
  }
  const { parameters } = faultKind(known);
  const words = values === undefined || values === '' ? [] : values.split(',');
  const fault: Fault = {
    name: known,
    values: words.map((word, index) => numberIn(word, parameters[index])),
    ...(command !== undefined && { command: command as CommandName }),
    ...(skip !== undefined && { skip: Number(skip) }),
    ...(times !== undefined && { times: Number(times) }),
  };
  checkFault(fault, text);
  return fault;
};

/**
 * Checks a fault.
 *
 * @param text - what the user wrote, for the message.
 * @returns its values, those left out filled in.
 * @throws EmulatorError `emulator.bad-fault`.
 */
export const checkFault = (fault: Fault, text: string = fault.name): readonly number[] => {
  const refuse = (reason: string): never => {
    throw new EmulatorError('emulator.bad-fault', {
      fault: text,
      reason,
      usage: faultUsage(fault.name),
    });
  };
  const { parameters } = faultKind(fault.name);
  const given = fault.values ?? [];
  if (given.length > parameters.length) refuse(`it takes ${countOf(parameters.length)}`);
  if (fault.command !== undefined && !commandNames.includes(fault.command)) {
    refuse(`the commands are ${commandNames.join(', ')}`);
  }
  if (!isCount(fault.times ?? 1, 1)) refuse('it must strike at least once');
  if (!isCount(fault.skip ?? 0, 0)) refuse('it can let only a whole number of commands pass');
  return parameters.map((parameter, index) => {
    const value = given[index] ?? parameter.otherwise;
    if (value === undefined) return refuse(`${parameter.name} is missing`);
    const { name, from, to } = parameter;
    if (Number.isInteger(value) && value >= from && value <= to) return value;
    return refuse(`${name} must be ${written(parameter, from)} to ${written(parameter, to)}`);
  });
};

/** How a fault is written, for help texts: `fragment[:bytes[,ms]]`. */
export const faultUsage = (name: FaultName): string => {
  const { parameters } = faultKind(name);
  const values = parameters.reduceRight((rest, parameter, index) => {
    const word = `${index === 0 ? ':' : ','}${parameter.name}${rest}`;
    return parameter.otherwise === undefined ? word : `[${word}]`;
  }, '');
  return `${name}${values}[@command][+skip][#times]`;
};

const isCount = (value: number, from: number): boolean => Number.isInteger(value) && value >= from;

const countOf = (parameters: number): string =>
  parameters === 0 ? 'no value' : `at most ${parameters} value${parameters === 1 ? '' : 's'}`;

const written = ({ hexDigits }: FaultParameter, value: number): string =>
  hexDigits === undefined
    ? String(value)
    : value.toString(16).toUpperCase().padStart(hexDigits, '0');

/** A value that is not a number becomes NaN, which {@link checkFault} refuses with the range. */
const numberIn = (word: string, parameter: FaultParameter | undefined): number => {
  if (parameter?.hexDigits !== undefined) {
    return /^(0x)?[0-9a-f]+$/i.test(word) ? Number.parseInt(word, 16) : Number.NaN;
  }
  return /^-?\d+$/.test(word) ? Number(word) : Number.NaN;
};
