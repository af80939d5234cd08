/**
 * Percent-encodes UTF-8 as signatures want it (RFC 3986): only `A–Z a–z 0–9 - _ . ~` stay as they
 * are, a space is `%20`, hex digits are upper case. `encodeURIComponent` lets five more through.
 */
export const percentEncode = (text: string): string =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
