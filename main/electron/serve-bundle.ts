import { readFile } from 'node:fs/promises';
import { extname, isAbsolute, relative, resolve } from 'node:path';
import { stationHeaders, stationOrigin } from './security.ts';

/** Everything the bundle may hold; a file of any other kind is not served. */
const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wav': 'audio/wav',
};

/** A file of the bundle, and what to call its contents. */
export interface BundleFile {
  readonly path: string;
  readonly contentType: string;
}

/**
 * Finds the file an address of the station stands for.
 *
 * @param bundle - absolute path of the built renderer; nothing outside it is ever found.
 * @returns undefined for an address that is not the station's, leads out of the bundle, or is of a
 *   kind that is not served.
 */
export const findBundleFile = (bundle: string, address: string): BundleFile | undefined => {
  if (!address.startsWith(`${stationOrigin}/`)) return undefined;
  const name = decodePath(new URL(address).pathname);
  if (name === undefined || /[\0\\]/.test(name)) return undefined;
  const path = resolve(bundle, `.${name}`);
  const inside = relative(bundle, path);
  if (inside.startsWith('..') || isAbsolute(inside)) return undefined;
  const contentType = contentTypes[extname(path)];
  return contentType === undefined ? undefined : { path, contentType };
};

/** Answers requests to the station's scheme from the bundle, with the security headers. */
export const serveBundle =
  (bundle: string) =>
  async ({ url }: Pick<Request, 'url'>): Promise<Response> => {
    const file = findBundleFile(bundle, url);
    if (file === undefined) return notFound();
    try {
      const body = await readFile(file.path);
      return new Response(body, {
        headers: { ...stationHeaders, 'Content-Type': file.contentType },
      });
    } catch (caught) {
      if ((caught as NodeJS.ErrnoException).code === 'ENOENT') return notFound();
      throw caught;
    }
  };

const notFound = (): Response => new Response(null, { status: 404, headers: stationHeaders });

const decodePath = (path: string): string | undefined => {
  try {
    return decodeURIComponent(path);
  } catch {
    // Not an address anybody of ours would write.
    return undefined;
  }
};
