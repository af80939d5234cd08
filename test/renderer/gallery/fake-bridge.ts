import type { ErrorDocument } from '../../../main/errors/witness-error.ts';
import type { CallOutcome, StationBridge } from '../../../main/ipc/bridge.ts';
import { callNames, eventNames } from '../../../main/ipc/channels.ts';
import type { CallReply } from '../../../main/ipc/contract.ts';
import type { CallName } from '../../../main/ipc/channels.ts';
import type { Preferences } from '../../../main/ipc/settings-view.ts';
import type { FrameAdvice, ShownStage } from '../../../main/ipc/stage-schema.ts';
import type { CameraProblem } from '../../../renderer/camera/camera-problem.ts';
import type { Language } from '../../../renderer/text/language.ts';

/** What a station would answer, by call. A call without an entry is not answered at all. */
export type Answers = { readonly [Name in CallName]?: CallReply<Name> };

/** Calls that fail, and how. */
type Failures = Readonly<Partial<Record<CallName, ErrorDocument>>>;

/** What is done on a page before it is looked at: a press by its accessible name, or something typed. */
export type Deed = string | { readonly field: string; readonly text: string };

/** One screen of the gallery: everything it takes for it to be seen. */
export interface GalleryScreen {
  readonly stage: ShownStage;
  readonly preferences?: Partial<Preferences>;
  readonly answers?: Answers;
  readonly failures?: Failures;
  /** The way from the first screen to this one, in the words of each language. */
  readonly clicks?: Readonly<Record<Language, readonly Deed[]>>;
  readonly advice?: FrameAdvice;
  readonly camera?: CameraProblem;
  readonly isLost?: boolean;
}

const usual: Preferences = {
  mode: 'two-screens',
  language: 'zh',
  theme: 'light',
  largePrint: false,
  voice: false,
  sound: false,
  role: 'guest',
  isSetUp: true,
  isDemo: false,
};

/** A bridge to nowhere: it answers as the screen says, and nothing ever changes. */
export const fakeBridge = (
  screen: GalleryScreen,
  look: Pick<Preferences, 'language' | 'theme' | 'largePrint'>,
): StationBridge => {
  const answers: Answers = {
    currentStage: screen.stage,
    currentPreferences: { ...usual, ...screen.preferences, ...look },
    currentDemo: { scenes: [], cardLies: false },
    ...(screen.advice && { offerFrame: screen.advice }),
    reportCamera: undefined,
    ...screen.answers,
  };
  const answer = (name: CallName): Promise<CallOutcome> => {
    const error = screen.failures?.[name];
    if (error) return Promise.resolve({ ok: false, error });
    return name in answers
      ? Promise.resolve({ ok: true, value: answers[name] })
      : new Promise(() => undefined);
  };
  const calls = callNames.map((name) => [name, () => answer(name)]);
  const events = eventNames.map((name) => [
    `on${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    () => () => undefined,
  ]);
  return Object.fromEntries([...calls, ...events]) as StationBridge;
};
