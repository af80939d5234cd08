import type { CommandName } from '../../main/card/commands.ts';
import { checkFault, type Fault } from './fault.ts';
import { faultKind, faultNames } from './fault-catalogue.ts';
import { faultEffects, type FaultEffect } from './fault-effects.ts';

interface ActiveFault {
  readonly effect: FaultEffect;
  readonly command: CommandName | undefined;
  readonly order: number;
  toSkip: number;
  left: number;
}

/** The faults that wait to strike. */
export class FaultList {
  #faults: readonly ActiveFault[] = [];

  /**
   * Adds a fault; returns the way to take it back.
   *
   * @throws EmulatorError `emulator.bad-fault`.
   */
  add(fault: Fault): () => void {
    const [first = 0, second = 0] = checkFault(fault);
    const active: ActiveFault = {
      effect: faultEffects[fault.name](first, second),
      command: fault.command ?? faultKind(fault.name).command,
      order: faultNames.indexOf(fault.name),
      toSkip: fault.skip ?? 0,
      left: fault.times ?? Infinity,
    };
    this.#faults = [...this.#faults, active].sort((one, other) => one.order - other.order);
    return () => {
      this.#faults = this.#faults.filter((one) => one !== active);
    };
  }

  /**
   * The faults that strike a command, in the order of the catalogue; counts them down.
   *
   * @param command - `undefined` for a request the reader does not understand: only faults that strike
   * all commands strike it.
   */
  strike(command: CommandName | undefined): FaultEffect[] {
    const struck = this.#faults.filter((fault) => {
      if (fault.command !== undefined && fault.command !== command) return false;
      if (fault.toSkip > 0) {
        fault.toSkip -= 1;
        return false;
      }
      fault.left -= 1;
      return true;
    });
    this.#faults = this.#faults.filter(({ left }) => left > 0);
    return struck.map(({ effect }) => effect);
  }
}
