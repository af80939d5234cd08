import type { CDPSession } from 'playwright-core';
import { toElectron } from './app-address.ts';
import { pretend } from './pretend.ts';

/** One document of a page, or the place it lies in. */
class StandInFrame implements Pick<
  Electron.WebFrameMain,
  'url' | 'origin' | 'name' | 'frameTreeNodeId' | 'routingId'
> {
  url = 'about:blank';
  origin = 'null';
  name = '';
  isGone = false;
  readonly parent: Electron.WebFrameMain | null;
  readonly frameTreeNodeId: number;
  readonly routingId: number;
  readonly processId = 1;

  constructor(number: number, parent: Electron.WebFrameMain | null) {
    this.frameTreeNodeId = number;
    this.routingId = number;
    this.parent = parent;
  }

  get top(): Electron.WebFrameMain | null {
    return this.parent?.top ?? this.parent ?? pretend<Electron.WebFrameMain>(this);
  }

  get detached(): boolean {
    return this.isGone;
  }

  isDestroyed(): boolean {
    return this.isGone;
  }
}

let lastNumber = 0;

/** The frames of one page, each the same object as long as its place lasts, as in Electron. */
export class FrameTree {
  readonly #frames = new Map<string, StandInFrame>();
  readonly #main = new StandInFrame(++lastNumber, null);
  #mainId: string | undefined;

  get mainFrame(): Electron.WebFrameMain {
    return pretend<Electron.WebFrameMain>(this.#main);
  }

  isMain(frameId: string | undefined): boolean {
    return frameId === this.#mainId;
  }

  /** Null when the frame is gone. */
  frameOf(frameId: string | undefined): Electron.WebFrameMain | null {
    const frame = frameId === undefined ? undefined : this.#frames.get(frameId);
    return frame === undefined ? null : pretend<Electron.WebFrameMain>(frame);
  }

  /**
   * A document has begun in a frame.
   *
   * @param origin - of the document, as the browser reads it.
   */
  begin(frameId: string, origin: string): void {
    const frame = this.#frames.get(frameId);
    // The browser's word here for a document that has none.
    if (frame !== undefined) frame.origin = origin === '://' ? 'null' : toElectron(origin);
  }

  async follow(session: CDPSession): Promise<void> {
    session.on('Page.frameAttached', ({ frameId, parentFrameId }) => {
      const parent = this.frameOf(parentFrameId);
      this.#frames.set(frameId, new StandInFrame(++lastNumber, parent));
    });
    session.on('Page.frameNavigated', ({ frame }) => {
      const known = this.#frames.get(frame.id);
      if (known === undefined) return;
      known.url = toElectron(frame.url + (frame.urlFragment ?? ''));
      known.name = frame.name ?? '';
    });
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      const known = this.#frames.get(frameId);
      if (known !== undefined) known.url = toElectron(url);
    });
    session.on('Page.frameDetached', ({ frameId, reason }) => {
      const gone = this.#frames.get(frameId);
      if (gone === undefined || reason === 'swap') return;
      gone.isGone = true;
      this.#frames.delete(frameId);
    });
    const { frameTree } = await session.send('Page.getFrameTree');
    this.#mainId = frameTree.frame.id;
    this.#frames.set(this.#mainId, this.#main);
  }
}
