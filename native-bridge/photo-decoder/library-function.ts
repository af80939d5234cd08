import { delimiter, dirname } from 'node:path';
import koffi, { type KoffiFunc, type LibraryHandle } from 'koffi';
import { decoderShapes, type DecoderShape } from './decoder-shapes.ts';

type Argument = Uint8Array | string | number;
type NativeFunction = KoffiFunc<(...values: Argument[]) => number>;

/** A decoder's function, ready to be called. */
export type DecoderFunction = (...values: readonly Argument[]) => Promise<number>;

/** The function, or what kept it from being opened. */
export type OpenedFunction =
  | { readonly step: 'opened'; readonly decode: DecoderFunction }
  | { readonly step: 'not-loaded' | 'no-symbol'; readonly reason: string };

const libraries = new Map<string, LibraryHandle>();
const functions = new Map<string, DecoderFunction>();

// Decoders were written for the roomy stack of a program's first thread; koffi's default for
// asynchronous calls is 128 kB.
koffi.config({ async_stack_size: 8 * 1024 * 1024 });

/**
 * Opens a decoder's function, loading its library the first time.
 *
 * @param path - absolute path of the library.
 * @param shape - what the function takes.
 * @param symbol - the function's name; koffi also tries the decorated `_name@4` of 32-bit Windows.
 */
export const openFunction = (path: string, shape: DecoderShape, symbol: string): OpenedFunction => {
  const key = JSON.stringify([path, shape, symbol]);
  let decode = functions.get(key);
  if (decode === undefined) {
    let library: LibraryHandle;
    try {
      library = libraries.get(path) ?? loadLibrary(path);
    } catch (caught) {
      return { step: 'not-loaded', reason: reasonOf(caught) };
    }
    libraries.set(path, library);
    try {
      decode = declare(library, shape, symbol);
    } catch (caught) {
      return { step: 'no-symbol', reason: reasonOf(caught) };
    }
    functions.set(key, decode);
  }
  return { step: 'opened', decode };
};

const loadLibrary = (path: string): LibraryHandle => {
  // A Windows decoder looks for its companions (sdtapi.dll) on the search path, not beside itself.
  if (process.platform === 'win32') {
    process.env['PATH'] = `${dirname(path)}${delimiter}${process.env['PATH'] ?? ''}`;
  }
  // deep: without it a function that both the library and Node have, such as zlib's, is Node's.
  // lazy: a missing function that decoding never calls does no harm.
  return koffi.load(path, { lazy: true, deep: true });
};

const declare = (library: LibraryHandle, shape: DecoderShape, symbol: string): DecoderFunction => {
  const { convention, passes, takesNumber } = decoderShapes[shape];
  const parameters = [
    ...(passes === 'memory' ? ['void *', 'void *'] : ['str']),
    ...(takesNumber ? ['int'] : []),
  ];
  const native = library.func(convention, symbol, 'int', parameters) as NativeFunction;
  // On a thread of its own, so that this process still notices the end of its parent.
  return (...values) =>
    new Promise((resolve, reject) => {
      native.async(...values, (error: Error | null, code: number) => {
        if (error === null) resolve(code);
        else reject(error);
      });
    });
};

const reasonOf = (caught: unknown): string =>
  (caught instanceof Error ? caught.message : String(caught)).replace(
    /^Failed to load shared library: /,
    '',
  );
