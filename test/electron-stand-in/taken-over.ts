import type { CDPSession, Page } from 'playwright-core';
import { fromProgram, preloadWorld, toProgram } from './in-page/scripts.ts';
import type { PreloadMessage, ProgramMessage } from './in-page/preload-world.ts';
import { createWireCodec } from './in-page/wire-codec.ts';

const codec = createWireCodec();
/** No call of a preload script has this number. */
const id = -1;

/**
 * Sends what a page that was taken over could send: to any channel, from any of its documents, without
 * its preload script.
 *
 * @param frameName - name of the frame it comes from; without it, the page itself.
 * @returns what the program answered.
 */
export const invokeFrom = async (
  page: Page,
  frameName: string | undefined,
  channel: string,
  ...args: unknown[]
): Promise<unknown> => {
  const session = await page.context().newCDPSession(page);
  try {
    const message: PreloadMessage = { kind: 'invoke', id, channel, args };
    const { result } = await session.send('Runtime.evaluate', {
      expression: tellAndHear(codec.encode(message)),
      contextId: await worldOf(session, frameName),
      awaitPromise: true,
      returnByValue: true,
    });
    const answer = codec.decode(String(result.value)) as ProgramMessage;
    if (answer.kind !== 'answer') throw new Error(`The program answers with ${answer.kind}.`);
    if (!answer.isKept) throw answer.value as Error;
    return answer.value;
  } finally {
    await session.detach();
  }
};

const tellAndHear = (text: string): string => `new Promise((resolve) => {
  const hear = ${fromProgram};
  globalThis.${fromProgram} = (text) => {
    if (!text.includes('["id",${id}]')) return hear(text);
    globalThis.${fromProgram} = hear;
    resolve(text);
  };
  ${toProgram}(${JSON.stringify(text)});
})`;

/** The isolated world of a document. */
const worldOf = async (session: CDPSession, frameName: string | undefined): Promise<number> => {
  const worlds = new Map<string, number>();
  session.on('Runtime.executionContextCreated', ({ context }) => {
    const { frameId } = context.auxData as { readonly frameId: string };
    if (context.name === preloadWorld) worlds.set(frameId, context.id);
  });
  await session.send('Runtime.enable');
  const { frameTree } = await session.send('Page.getFrameTree');
  const frame =
    frameName === undefined
      ? frameTree.frame
      : frameTree.childFrames?.find((child) => child.frame.name === frameName)?.frame;
  const world = worlds.get(frame?.id ?? '');
  if (world === undefined) throw new Error(`There is no document called ${frameName ?? 'top'}.`);
  return world;
};
