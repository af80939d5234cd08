import { useEffect, useState } from 'react';
import type { CallOutcome, StationBridge } from '../../main/ipc/bridge.ts';
import type { CallRequest } from '../../main/ipc/contract.ts';
import type { ShownError } from '../../main/ipc/shown-words.ts';
import { toShownError } from '../../main/ipc/shown-error.ts';

export type ConsentAnswer = CallRequest<'answerConsent'>['answer'];

/** What a guest can do on the screen besides looking at it. */
export interface GuestActions {
  readonly answer: (answer: ConsentAnswer) => void;
  readonly askForStaff: () => void;
  readonly finish: () => void;
  /** Something was done, and the station has not gone on yet. */
  readonly isBusy: boolean;
  /** Why the last thing could not be done. */
  readonly error: ShownError | undefined;
}

interface Progress {
  readonly isBusy: boolean;
  readonly error?: ShownError;
}

const idle: Progress = { isBusy: false };

/**
 * The guest's ways to act on the present visit. They are busy from a touch until the station answers,
 * and start anew with every phase.
 */
export const useGuestActions = (
  bridge: Pick<StationBridge, 'answerConsent' | 'askForStaff' | 'finishVisit'>,
  visit: number | undefined,
  phase: string,
): GuestActions => {
  const [progress, setProgress] = useState(idle);
  useEffect(() => {
    setProgress(idle);
  }, [visit, phase]);
  const act = (call: (visit: number) => Promise<CallOutcome>): void => {
    if (visit === undefined || progress.isBusy) return;
    setProgress({ isBusy: true });
    void call(visit).then((outcome) => {
      setProgress(outcome.ok ? idle : { isBusy: false, error: toShownError(outcome.error) });
    });
  };
  return {
    answer: (answer) => {
      act((of) => bridge.answerConsent({ visit: of, answer }));
    },
    askForStaff: () => {
      act((of) => bridge.askForStaff({ visit: of }));
    },
    finish: () => {
      act((of) => bridge.finishVisit({ visit: of }));
    },
    isBusy: progress.isBusy,
    error: progress.error,
  };
};
