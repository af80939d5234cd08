/**
 * Headers of everything the host serves, each with its reason.
 *
 * @param origin - the host's own, e.g. `http://127.0.0.1:8420`.
 */
export const pageHeaders = (origin: string): Readonly<Record<string, string>> => ({
  // The page's own files and its own socket, pictures it made itself, and nothing else.
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob:",
    "media-src 'self' blob:",
    "worker-src 'self'",
    `connect-src 'self' ${origin.replace(/^http/, 'ws')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  // A file is what its type says, whatever its bytes look like.
  'X-Content-Type-Options': 'nosniff',
  // The address once held a token.
  'Referrer-Policy': 'no-referrer',
  // Another page that opens this one, or is opened by it, gets no hold of it.
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // The camera for this page alone; nothing else of the machine for anybody.
  'Permissions-Policy':
    'camera=(self), microphone=(), geolocation=(), serial=(), usb=(), hid=(), display-capture=()',
  // Nothing of it stays behind in the browser.
  'Cache-Control': 'no-store',
});
