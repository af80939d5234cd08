/*
 * Chromium cannot be taught a scheme such as `app:` from outside. A page of `app://station` is
 * therefore loaded from `https://station.app.test`, an origin as secure and as much its own, and
 * everything that names the one is translated to the other here and nowhere else.
 */

const schemes = new Set<string>();

/** Lets addresses of a scheme be translated from now on. */
export const translateScheme = (scheme: string): void => void schemes.add(scheme);

/**
 * As the browser has to read it: an address, or a header with addresses in it, such as a content
 * security policy.
 */
export const toBrowser = (text: string): string => {
  let translated = text;
  for (const scheme of schemes)
    translated = translated
      .replaceAll(new RegExp(`\\b${scheme}://([a-z0-9.-]+)`, 'g'), `https://$1.${scheme}.test`)
      .replaceAll(new RegExp(`(?<![\\w-])${scheme}:(?!//)`, 'g'), `https://*.${scheme}.test`);
  return translated;
};

/** As the program has to read it. */
export const toElectron = (text: string): string => {
  let translated = text;
  for (const scheme of schemes)
    translated = translated.replaceAll(
      new RegExp(`\\bhttps://([a-z0-9.-]+)\\.${scheme}\\.test(?![a-z0-9.-])`, 'g'),
      `${scheme}://$1`,
    );
  return translated;
};

/** The scheme of an address as the program reads it: `app` of `app://station/index.html`. */
export const schemeOf = (address: string): string => address.slice(0, address.indexOf(':'));
