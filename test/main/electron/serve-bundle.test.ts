import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve, sep } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stationHeaders } from '../../../main/electron/security.ts';
import { findBundleFile, serveBundle } from '../../../main/electron/serve-bundle.ts';

let folder: string;
let bundle: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'witness-bundle-'));
  bundle = join(folder, 'renderer');
  await mkdir(join(bundle, 'assets'), { recursive: true });
  await writeFile(join(bundle, 'index.html'), '<!doctype html>');
  await writeFile(join(bundle, 'assets', 'index.js'), 'export {};');
  await writeFile(join(bundle, 'photo.jpg'), 'not served');
  await writeFile(join(folder, 'secret.html'), 'outside');
});
afterAll(() => rm(folder, { recursive: true }));

describe('findBundleFile', () => {
  it('finds what is in the bundle', () => {
    expect(findBundleFile(bundle, 'app://station/assets/index.js?v=1#top')).toEqual({
      path: join(bundle, 'assets', 'index.js'),
      contentType: 'text/javascript; charset=utf-8',
    });
  });

  it.each([
    ['logo.svg', 'image/svg+xml; charset=utf-8'],
    ['logo.png', 'image/png'],
    ['letters.woff2', 'font/woff2'],
    ['passed.wav', 'audio/wav'],
  ])('calls %s %s', (name, contentType) => {
    expect(findBundleFile(bundle, `app://station/${name}`)?.contentType).toBe(contentType);
  });

  it.each(['index.js.map', 'photo.jpg', 'page.htm', 'data.json', 'noextension'])(
    'serves no %s',
    (name) => {
      expect(findBundleFile(bundle, `app://station/${name}`)).toBeUndefined();
    },
  );

  it.each([
    'app://station/../secret.html',
    'app://station/%2e%2e/secret.html',
    'app://station/..%2fsecret.html',
    'app://station/assets/..%2f..%2fsecret.html',
    'app://station/..%5csecret.html',
    'app://station/%2fsecret.html%00.html/../../secret.html',
    'app://station//etc/x.html/../../../../secret.html',
  ])('does not lead out of the bundle: %s', (address) => {
    const found = findBundleFile(bundle, address);
    if (found !== undefined) expect(found.path.startsWith(`${bundle}${sep}`)).toBe(true);
    expect(found?.path).not.toBe(join(folder, 'secret.html'));
  });

  it.each([
    ['another host', 'app://elsewhere/index.html'],
    ['a host that begins like ours', 'app://station.example/index.html'],
    ['another scheme', 'https://station/index.html'],
    ['a file address', 'file:///index.html'],
    ['the folder itself', 'app://station/'],
    ['a kind of file that is not served', 'app://station/photo.jpg'],
    ['a broken escape', 'app://station/%E0%A4%A.html'],
    ['a zero byte', 'app://station/index.html%00.html'],
  ])('refuses %s', (_what, address) => {
    expect(findBundleFile(bundle, address)).toBeUndefined();
  });

  it('never finds anything outside, whatever is asked for', () => {
    const piece = fc.constantFrom('..', '%2e%2e', '%2f', '%5c', '/', '.', 'a', 'index.html', '%00');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const found = findBundleFile(bundle, `app://station/${pieces.join('')}`);
        if (found === undefined) return;
        expect(resolve(found.path)).toBe(found.path);
        expect(found.path.startsWith(`${bundle}${sep}`)).toBe(true);
      }),
    );
  });
});

describe('serveBundle', () => {
  it('serves a file with its type and the security headers', async () => {
    const response = await serveBundle(bundle)({ url: 'app://station/index.html' });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('<!doctype html>');
    expect(Object.fromEntries(response.headers)).toEqual({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': stationHeaders['Content-Security-Policy'],
      'permissions-policy': stationHeaders['Permissions-Policy'],
      'x-content-type-options': 'nosniff',
    });
  });

  it.each(['app://station/none.html', 'app://station/photo.jpg', 'app://elsewhere/index.html'])(
    'says that there is no %s',
    async (url) => {
      const response = await serveBundle(bundle)({ url });
      expect(response.status).toBe(404);
      expect(response.headers.get('content-security-policy')).not.toBeNull();
    },
  );
});
