/*
 * What passes between a test and the program it started: facts about what the program did with
 * Electron, and a few things a test has happen to it.
 */

/** Something a document asked for, or may have without asking, and what the program said. */
interface Permission {
  readonly permission: string;
  /** Address or origin of the document. */
  readonly from: string;
  readonly isMainFrame: boolean;
  /** For `media`: what is to be used. */
  readonly media: readonly string[];
  readonly isGranted: boolean;
}

/** What the program did with Electron, or what happened to its pages, in the order it came. */
export type Fact =
  | { readonly kind: 'ready' }
  | { readonly kind: 'schemes'; readonly schemes: readonly Electron.CustomScheme[] }
  | {
      readonly kind: 'window';
      readonly id: number;
      readonly options: Electron.BrowserWindowConstructorOptions;
    }
  /** By which name the browser knows the page of a window. */
  | { readonly kind: 'page'; readonly id: number; readonly targetId: string }
  | { readonly kind: 'loaded'; readonly id: number; readonly url: string }
  | { readonly kind: 'window-gone'; readonly id: number }
  /** A call that only leaves its trace here: `on` is the object, such as `BrowserWindow` or `Menu`. */
  | {
      readonly kind: 'call';
      readonly on: string;
      readonly name: string;
      readonly args: readonly unknown[];
    }
  | ({ readonly kind: 'permission-request' } & Permission)
  | ({ readonly kind: 'permission-check' } & Permission)
  | { readonly kind: 'device'; readonly deviceType: string; readonly isGranted: boolean }
  /** The one Bluetooth device there is, and whether a page would have got it. */
  | { readonly kind: 'bluetooth'; readonly isGranted: boolean }
  | {
      readonly kind: 'navigation';
      readonly event: 'will-navigate' | 'will-frame-navigate' | 'will-redirect';
      readonly url: string;
      readonly isMainFrame: boolean;
      readonly isPrevented: boolean;
    }
  | { readonly kind: 'window-open'; readonly url: string; readonly action: 'allow' | 'deny' }
  | { readonly kind: 'request'; readonly url: string; readonly isCancelled: boolean }
  /** `isAsked`: the program named no place, so the person before the screen is asked for one. */
  | {
      readonly kind: 'download';
      readonly url: string;
      readonly isPrevented: boolean;
      readonly isAsked: boolean;
    }
  | { readonly kind: 'saved'; readonly url: string; readonly path: string }
  | { readonly kind: 'console'; readonly level: string; readonly message: string }
  | { readonly kind: 'preload-failed'; readonly message: string }
  | { readonly kind: 'key'; readonly key: string; readonly isPrevented: boolean }
  | { readonly kind: 'utility-process'; readonly file: string; readonly pid: number | undefined };

export type FactKind = Fact['kind'];
export type FactOf<Kind extends FactKind> = Extract<Fact, { readonly kind: Kind }>;

/** What a server says. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a test has happen to the program. */
export type Command =
  | { readonly kind: 'quit' }
  | { readonly kind: 'close-window'; readonly id: number }
  | { readonly kind: 'reload'; readonly id: number }
  /** The program's own `loadURL`, which no navigation event comes before. */
  | { readonly kind: 'load'; readonly id: number; readonly url: string }
  /**
   * Has an address answered, the next time, in the place of whoever would answer it, past every rule
   * of the program: for what holds where the rules before it have failed.
   */
  | { readonly kind: 'plant'; readonly id: number; readonly url: string; readonly answer: Answer }
  | { readonly kind: 'press'; readonly id: number; readonly input: Electron.Input }
  | { readonly kind: 'plug-in-display' }
  | { readonly kind: 'unplug-display' };

/** How a program under the stand-in is started. */
export interface ProgramSettings {
  /** The program's main module. */
  readonly entry: string;
  /** Where Chromium can be reached; the program makes its pages there. */
  readonly endpoint: string;
  readonly isPackaged: boolean;
  /** Folder of `app.getPath('userData')`; two programs with the same one are the same application. */
  readonly userData: string;
  /** What the person before the screen answers file dialogs; without it they are cancelled. */
  readonly chosenFile?: string | undefined;
  /** How many displays the machine has when the program starts. */
  readonly displays: number;
}
