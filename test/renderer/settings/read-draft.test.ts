import { describe, expect, it } from 'vitest';
import { settingsSchema } from '../../../main/settings/settings.ts';
import { cloudProviders, engineRoutes } from '../../../renderer/settings/engine-draft.ts';
import { isDirty, readDraft } from '../../../renderer/settings/read-draft.ts';
import {
  draftOf,
  type Settings,
  type SettingsDraft,
  type SettingsToSave,
} from '../../../renderer/settings/settings-draft.ts';
import { fullCloud, fullGateway, someDecoders, someSettings } from './some-settings.ts';

const saved = (draft: SettingsDraft, kept: Settings): SettingsToSave => {
  const reading = readDraft(draft, kept);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.settings;
};

const manySettings = [
  someSettings(),
  someSettings({
    reader: { port: 'COM3', baudRate: 57_600, maxRfBytes: 80 },
    camera: { deviceId: 'abc' },
    compare: { far: 0.01, review: false, attempts: 1, threads: 8 },
    engine: { route: 'cloud', cloud: { endpoint: 'http://localhost:8080', timeout: 500 } },
    site: { organisation: 'A', purpose: ' b ', contact: 'c', operators: ['d', 'e f'] },
    records: { retentionDays: 0 },
    screen: { mode: 'two-screens', language: 'en', theme: 'dark', kiosk: true, holdSeconds: 120 },
    isSetUp: true,
  }),
  ...engineRoutes.flatMap((route) =>
    cloudProviders.map((provider) =>
      someSettings({
        engine: { route, cloud: fullCloud(provider) },
        gateway: fullGateway(provider === 'tencent'),
      }),
    ),
  ),
  someSettings({
    engine: { route: 'cloud', cloud: { proxy: 'none' } },
    gateway: { enabled: true },
  }),
  ...someDecoders.map((decoder) => someSettings({ decoder })),
];

describe('a draft nobody edited', () => {
  it.each(manySettings)('comes to the settings it was made from (%#)', (settings) => {
    expect(settingsSchema.parse(saved(draftOf(settings), settings))).toEqual(settings);
    expect(isDirty(draftOf(settings), settings)).toBe(false);
  });

  it.each(manySettings)(
    'is saved with another change, and nothing else changes (%#)',
    (settings) => {
      const draft = { ...draftOf(settings), records: { retentionDays: '77' } };
      expect(settingsSchema.parse(saved(draft, settings))).toEqual({
        ...settings,
        records: { retentionDays: 77 },
      });
    },
  );
});

describe('readDraft', () => {
  const settings = someSettings();
  const draft = draftOf(settings);

  it('leaves out what was emptied', () => {
    const kept = someSettings({ reader: { port: 'COM3', baudRate: 9600, maxRfBytes: 80 } });
    const reader = { port: 'auto', baudRate: '', maxRfBytes: '  ' };
    expect(saved({ ...draftOf(kept), reader }, kept).reader).toEqual({ port: 'auto' });
    expect(saved({ ...draft, camera: { deviceId: '' } }, kept).camera).toEqual({});
  });

  it('reads figures of full width, as input methods write them', () => {
    expect(saved({ ...draft, records: { retentionDays: ' １８０ ' } }, settings).records).toEqual({
      retentionDays: 180,
    });
  });

  it('drops empty lines and the space around names', () => {
    const site = { ...draft.site, operators: '李敏\n\n  王建国 \n' };
    expect(saved({ ...draft, site }, settings).site?.operators).toEqual(['李敏', '王建国']);
  });

  it('keeps what no field shows of a library, and drops it with another function', () => {
    const kept = someSettings({ decoder: someDecoders[2] });
    const { decoder } = draftOf(kept);
    const moved = { ...draftOf(kept), decoder: { ...decoder, path: '/lib/z.so' } };
    expect(saved(moved, kept).decoder).toEqual({ ...kept.decoder, path: '/lib/z.so' });
    const other = {
      ...draftOf(kept),
      decoder: { ...decoder, shape: 'wlt2Bmp', symbol: '' },
    } as const;
    expect(saved(other, kept).decoder).not.toHaveProperty('flag');
    expect(saved(other, kept).decoder).not.toHaveProperty('success');
    expect(saved(other, kept).decoder).toMatchObject({ symbol: 'wlt2Bmp' });
  });

  it('leaves the cloud as it was where this machine compares', () => {
    const engine = { ...draft.engine, endpoint: 'half an addr', timeout: '' };
    expect(saved({ ...draft, engine }, settings).engine).toEqual(settings.engine);
  });

  it('keeps of the cloud what the other provider was set up with', () => {
    const kept = someSettings({ engine: { route: 'cloud', cloud: fullCloud('cloudauth') } });
    const { cloud } = kept.engine;
    const engine = {
      ...draftOf(kept).engine,
      ...({ provider: 'tencent', endpoint: 'half an addr', appId: '7', tableRows: ' ' } as const),
      ...({ tableOrigin: '', caFile: ' ', proxy: 'environment', proxyAddress: 'x' } as const),
    };
    const { caFile: _, ...rest } = cloud;
    expect(saved({ ...draftOf(kept), engine }, kept).engine).toEqual({
      route: 'cloud',
      cloud: {
        ...{ ...rest, provider: 'tencent', proxy: 'environment' },
        tencent: { endpoint: cloud.tencent.endpoint, appId: '7' },
      },
    });
  });

  it('leaves the gateway as it was where it is not enabled', () => {
    const kept = someSettings({ gateway: fullGateway(true) });
    const gateway = { ...draftOf(kept).gateway, enabled: false, host: '', port: 'x' };
    expect(saved({ ...draftOf(kept), gateway }, kept).gateway).toEqual({
      ...kept.gateway,
      enabled: false,
    });
  });

  it('serves without TLS where certificate and key were emptied', () => {
    const kept = someSettings({ gateway: fullGateway(true) });
    const gateway = { ...draftOf(kept).gateway, host: 'localhost', cert: '', key: ' ' };
    expect(saved({ ...draftOf(kept), gateway }, kept).gateway).not.toHaveProperty('tls');
  });

  it('tells what is wrong instead', () => {
    expect(readDraft({ ...draft, records: { retentionDays: '' } }, settings)).toEqual({
      ok: false,
      problems: { 'records.retentionDays': { kind: 'range', from: 0, to: 3650 } },
    });
  });
});

describe('isDirty', () => {
  const settings = someSettings({ decoder: someDecoders[1] });
  const draft = draftOf(settings);

  it('sees a change in every part', () => {
    const edits: Partial<SettingsDraft>[] = [
      { reader: { ...draft.reader, port: '/dev/ttyUSB1' } },
      { camera: { deviceId: 'x' } },
      { decoder: { ...draft.decoder, kind: 'none' } },
      { engine: { ...draft.engine, route: 'cloud' } },
      { compare: { ...draft.compare, far: 0.01 } },
      { records: { retentionDays: '31' } },
      { site: { ...draft.site, operators: 'x' } },
      { gateway: { ...draft.gateway, enabled: true } },
      { screen: { ...draft.screen, kiosk: true } },
      { updates: { ...draft.updates, feed: '/srv/witness' } },
    ];
    expect(edits).toHaveLength(Object.keys(draft).length);
    for (const edit of edits) expect(isDirty({ ...draft, ...edit }, settings)).toBe(true);
  });

  it('is not taken in by another way of writing the same', () => {
    expect(isDirty({ ...draft, records: { retentionDays: '030' } }, settings)).toBe(false);
    expect(isDirty({ ...draft, site: { ...draft.site, operators: '\n\n' } }, settings)).toBe(false);
  });

  it('counts what cannot be saved yet, lest it be lost', () => {
    expect(isDirty({ ...draft, records: { retentionDays: 'a month' } }, settings)).toBe(true);
  });
});
