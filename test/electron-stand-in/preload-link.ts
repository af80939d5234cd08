import type { CDPSession } from 'playwright-core';
import type { PreloadMessage, ProgramMessage } from './in-page/preload-world.ts';
import {
  fromProgram,
  pageScript,
  preloadScript,
  preloadWorld,
  toProgram,
} from './in-page/scripts.ts';
import { createWireCodec } from './in-page/wire-codec.ts';

/** The preload world of one document. */
export interface PreloadWorld {
  readonly contextId: number;
  readonly frameId: string;
  /** As the browser reads it. */
  readonly origin: string;
}

export interface PreloadLinkEvents {
  onBegin(world: PreloadWorld): void;
  onMessage(world: PreloadWorld, message: PreloadMessage): void;
}

const codec = createWireCodec();

/** The way between the program and the isolated world of each of a page's documents. */
export class PreloadLink {
  readonly #session: CDPSession;
  readonly #worlds = new Map<number, PreloadWorld>();

  constructor(session: CDPSession) {
    this.#session = session;
  }

  /** Sets everything up, so that it is there in the next document before its first script. */
  async install(preload: string | undefined, events: PreloadLinkEvents): Promise<void> {
    const session = this.#session;
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name !== preloadWorld) return;
      const { frameId } = context.auxData as { readonly frameId: string };
      const world = { contextId: context.id, frameId, origin: context.origin };
      this.#worlds.set(context.id, world);
      events.onBegin(world);
    });
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      this.#worlds.delete(executionContextId);
    });
    session.on('Runtime.executionContextsCleared', () => {
      this.#worlds.clear();
    });
    session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      const world = this.#worlds.get(executionContextId);
      if (name !== toProgram || world === undefined) return;
      events.onMessage(world, codec.decode(payload) as PreloadMessage);
    });
    await session.send('Runtime.enable');
    await session.send('Runtime.addBinding', {
      name: toProgram,
      executionContextName: preloadWorld,
    });
    await session.send('Page.addScriptToEvaluateOnNewDocument', { source: pageScript() });
    await session.send('Page.addScriptToEvaluateOnNewDocument', {
      source: preloadScript(preload),
      worldName: preloadWorld,
    });
  }

  /** The present world of a frame's document. */
  worldOf(isWanted: (frameId: string) => boolean): PreloadWorld | undefined {
    return [...this.#worlds.values()].findLast(({ frameId }) => isWanted(frameId));
  }

  /** @throws TypeError for what cannot be cloned. */
  tell(world: PreloadWorld, message: ProgramMessage): void {
    const text = JSON.stringify(codec.encode(message));
    this.#session
      .send('Runtime.evaluate', {
        expression: `${fromProgram}(${text})`,
        contextId: world.contextId,
        returnByValue: true,
      })
      .catch(() => {
        // The document went away meanwhile, and nobody is left to be told.
      });
  }
}
