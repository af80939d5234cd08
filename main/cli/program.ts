import { Command, CommanderError } from 'commander';
import { CliError } from './cli-error.ts';
import type { AddCommand, CommandHost } from './command.ts';
import { addCalibrate } from './calibrate.ts';
import { addCompare } from './compare.ts';
import { addDemo } from './demo.ts';
import { addDoctor } from './doctor.ts';
import { addDrift } from './drift.ts';
import { addEmulate } from './emulate.ts';
import { addEvaluate } from './evaluate.ts';
import { addGateway } from './gateway.ts';
import { addModels } from './models.ts';
import { addReadCard } from './read-card.ts';
import { addVerify } from './verify.ts';
import { exitCodes } from './outcome.ts';
import { reportError } from './run.ts';

const commands: readonly AddCommand[] = [
  addDemo,
  addCompare,
  addReadCard,
  addVerify,
  addEmulate,
  addEvaluate,
  addCalibrate,
  addModels,
  addDrift,
  addGateway,
  addDoctor,
];

/**
 * Runs a command line.
 *
 * @param args - what follows the program's name.
 * @returns the exit code.
 */
export const runProgram = async (
  args: readonly string[],
  {
    streams,
    signal,
    version,
  }: Pick<CommandHost, 'streams' | 'signal'> & { readonly version: string },
): Promise<number> => {
  let exitCode: number = exitCodes.ok;
  const exit = (code: number): void => {
    exitCode = code;
  };
  const program = new Command('witness')
    .description('ID verification: card, face, verdict at a chosen false-accept rate')
    .version(version)
    .showSuggestionAfterError();
  for (const add of commands) add(program, { streams, signal, exit });
  for (const command of withSubcommands(program))
    command.exitOverride().configureOutput({
      writeOut: (text) => streams.out.write(text),
      // What is wrong is said once, below, in the form that was asked for.
      writeErr: () => undefined,
    });
  try {
    await program.parseAsync(args.length === 0 ? ['--help'] : args, { from: 'user' });
    return exitCode;
  } catch (caught) {
    if (!(caught instanceof CommanderError)) throw caught;
    if (caught.exitCode === 0) return exitCodes.ok;
    reportError(usageError(caught, args, program), { json: args.includes('--json'), streams });
    return exitCodes.error;
  }
};

const withSubcommands = (command: Command): readonly Command[] => [
  command,
  ...command.commands.flatMap(withSubcommands),
];

/** Commander's complaint in the form of the product's errors. */
const usageError = (
  { message }: CommanderError,
  args: readonly string[],
  program: Command,
): CliError => {
  const command = program.commands.find((one) => one.name() === args[0]);
  const help = command === undefined ? 'witness --help' : `witness ${command.name()} --help`;
  const reason = message
    .replace(/^error: /, '')
    .replace(/\s+/g, ' ')
    .replace(/\.$/, '');
  return new CliError('cli.usage', { reason, help });
};
