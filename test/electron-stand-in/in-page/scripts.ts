import { createBridgeEnd } from './bridge-end.ts';
import { installPageWorld } from './page-world.ts';
import { installPreloadWorld, type PreloadWorldParts } from './preload-world.ts';
import { createWireCodec } from './wire-codec.ts';

/** The isolated world, under the name it has in Electron. */
export const preloadWorld = 'Electron Isolated Context';
/** The function of the isolated world that reaches the program, and the one that is called by it. */
export const toProgram = 'electronStandInTell';
export const fromProgram = 'electronStandInHear';

/** Only heard before the first script of a page runs, and only once. */
const handshake = 'electron-stand-in-channel';

// The loader that runs these tests names functions through a helper of this name.
const helper = 'const __name = (value) => value;';

/** For the page's own world; to be set before the script of the preload world. */
export const pageScript = (): string =>
  `(() => { ${helper} (${installPageWorld.toString()})(${createBridgeEnd.toString()}, ${JSON.stringify(handshake)}); })();`;

/**
 * For the isolated world.
 *
 * @param preload - source of the preload script, a CommonJS module.
 */
export const preloadScript = (preload: string | undefined): string => {
  const plain: Pick<PreloadWorldParts, 'handshake' | 'toProgram' | 'fromProgram' | 'platform'> = {
    handshake,
    toProgram,
    fromProgram,
    platform: process.platform,
  };
  const run =
    preload === undefined
      ? 'undefined'
      : `function (require, module, exports, process) { ${preload}\n}`;
  return `(() => { ${helper} (${installPreloadWorld.toString()})({
    ...${JSON.stringify(plain)},
    createBridgeEnd: ${createBridgeEnd.toString()},
    createWireCodec: ${createWireCodec.toString()},
    runPreload: ${run},
  }); })();`;
};
