import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { FuseV1Options } from '@electron/fuses';
import { beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Electron-builder's own reading and checking of its configuration. */
interface ConfigModule {
  readonly getConfig: (folder: string, file: string, options: null) => Promise<Configuration>;
  readonly validateConfiguration: (
    config: unknown,
    log: { readonly isEnabled: boolean },
  ) => Promise<void>;
}

interface Target {
  readonly target: string;
  readonly arch: string;
}

interface Configuration {
  readonly asar: { readonly smartUnpack: boolean };
  readonly asarUnpack: readonly string[];
  readonly artifactName: string;
  readonly directories: { readonly buildResources: string };
  readonly electronFuses: Readonly<Record<string, boolean>>;
  readonly linux: { readonly target: readonly Target[] };
  readonly mac: {
    readonly target: readonly Target[];
    readonly hardenedRuntime: boolean;
    readonly extendInfo: Readonly<Record<string, string>>;
  };
  readonly publish: unknown;
  readonly win: { readonly target: readonly Target[]; readonly verifyUpdateCodeSignature: boolean };
}

const builder = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
const { getConfig, validateConfiguration } = builder(
  'app-builder-lib/out/util/config/config.js',
) as ConfigModule;
const log = { isEnabled: false };

/** Every fuse electron-builder can set, as its schema has it. */
const knownFuses = Object.keys(
  (
    builder('app-builder-lib/scheme.json') as {
      readonly definitions: {
        readonly FuseOptionsV1: { readonly properties: Readonly<Record<string, unknown>> };
      };
    }
  ).definitions.FuseOptionsV1.properties,
);

describe('electron-builder.yml', () => {
  let config: Configuration;
  beforeAll(async () => {
    config = await getConfig(root, join(root, 'electron-builder.yml'), null);
  });

  it('is what electron-builder understands', async () => {
    await expect(validateConfiguration(config, log)).resolves.toBeUndefined();
    await expect(validateConfiguration({ ...config, asarUnpak: [] }, log)).rejects.toThrow();
  });

  it('sets every fuse, and leaves no door to other code open', () => {
    expect(Object.keys(config.electronFuses).sort()).toEqual([...knownFuses].sort());
    expect(config.electronFuses).toMatchObject({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  it('knows of every fuse that can be set', () => {
    const names = Object.values(FuseV1Options).filter((name) => typeof name === 'string');
    const written = names.map((name) => name.charAt(0).toLowerCase() + name.slice(1));
    expect(Object.keys(config.electronFuses)).toEqual(expect.arrayContaining(written));
  });

  it('leaves in the archive whatever the operating system need not open', () => {
    expect(config.asar).toEqual({ smartUnpack: false });
    expect(config.asarUnpack).toEqual(['models/**', '**/*.{node,dll,dylib,so,so.*}']);
  });

  it('makes an installer for every system', () => {
    const targets = ({ target }: { readonly target: readonly Target[] }): readonly string[] =>
      target.map((one) => `${one.target} ${one.arch}`);
    expect(targets(config.win)).toEqual(['nsis x64']);
    expect(targets(config.linux)).toEqual(['AppImage x64', 'deb x64']);
    // Updates of macOS come as the archive, never as the image.
    expect(targets(config.mac)).toEqual(['dmg arm64', 'zip arm64']);
  });

  it('lets the camera be used on macOS', () => {
    const entitlements = join(root, config.directories.buildResources, 'entitlements.mac.plist');
    expect(readFileSync(entitlements, 'utf8')).toMatch(
      /<key>com\.apple\.security\.device\.camera<\/key>\s*<true\/>/,
    );
    expect(config.mac.hardenedRuntime).toBe(true);
    expect(config.mac.extendInfo['NSCameraUsageDescription']).toMatch(/人脸|面部/);
  });

  it('names no place of updates, and has them signed', () => {
    expect(config.publish).toEqual({ provider: 'generic', url: '' });
    expect(config.win.verifyUpdateCodeSignature).toBe(true);
    // An address cannot hold a space as it is.
    expect(config.artifactName).not.toMatch(/\s|productName/);
  });
});
