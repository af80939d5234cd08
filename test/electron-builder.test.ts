import { createRequire } from 'node:module';
import { join } from 'node:path';
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

interface Configuration {
  readonly asarUnpack: readonly string[];
  readonly electronFuses: Readonly<Record<string, boolean>>;
  readonly publish: unknown;
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

  it('unpacks the models and every native module the product depends on', () => {
    expect(config.asarUnpack).toContain('models/**');
    const natives = ['onnxruntime-node', 'koffi', '@koromix', '@serialport/bindings-cpp'];
    for (const name of [...natives, 'sharp', '@img'])
      expect(config.asarUnpack).toContain(`node_modules/${name}/**`);
  });

  it('uploads nothing', () => {
    expect(config.publish).toBeNull();
  });
});
