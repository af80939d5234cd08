import { ReaderError, type ReaderErrorCode } from '../card/reader-error.ts';

/**
 * What the drivers say, in the order of asking. `serialport` passes the text of the system on, without
 * a code: `strerror` on Linux and macOS, its own five texts or a number on Windows.
 */
const causes: readonly (readonly [code: ReaderErrorCode, text: RegExp])[] = [
  [
    'reader.port-busy',
    /temporarily unavailable|cannot lock|resource busy|is locked|error code (32|170)\b/i,
  ],
  [
    'reader.port-not-found',
    /no such (file|device)|file not found|does not exist|error code (3|31|433|1167)\b/i,
  ],
  ['reader.port-denied', /permission denied|operation not permitted/i],
];

/**
 * Why a port could not be opened, as a typed error.
 *
 * @param platform - on Windows "access denied" means that another program has the port; there is no
 * permission on ports there.
 */
export const openErrorOf = (
  error: Error,
  path: string,
  platform: NodeJS.Platform = process.platform,
): ReaderError => {
  const about = { port: path };
  if (/access denied/i.test(error.message)) {
    const code = platform === 'win32' ? 'reader.port-busy' : 'reader.port-denied';
    return new ReaderError(code, about, { cause: error });
  }
  for (const [code, text] of causes) {
    if (text.test(error.message)) return new ReaderError(code, about, { cause: error });
  }
  const reason = error.message.replace(/^error:?\s*/i, '');
  return new ReaderError('reader.port-failed', { ...about, reason }, { cause: error });
};
