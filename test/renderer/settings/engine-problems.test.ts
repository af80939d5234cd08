import { describe, expect, it } from 'vitest';
import { settingsSchema } from '../../../main/settings/settings.ts';
import type { EngineDraft } from '../../../renderer/settings/engine-draft.ts';
import { problemsOf } from '../../../renderer/settings/draft-problems.ts';
import { draftOf } from '../../../renderer/settings/settings-draft.ts';
import { fullCloud, someSettings } from './some-settings.ts';

const draft = draftOf(
  someSettings({ engine: { route: 'both-agree', cloud: fullCloud('tencent') } }),
);
const problemsWith = (engine: Partial<EngineDraft>) =>
  problemsOf({ ...draft, engine: { ...draft.engine, ...engine } });

describe('the way to the cloud', () => {
  it.each([
    ['http://10.0.0.5:3128', true],
    [' https://proxy.example.com ', true],
    ['http://me:secret@10.0.0.5:3128', false],
    ['http://me@10.0.0.5:3128', false],
    ['socks5://10.0.0.5', false],
    ['10.0.0.5:3128', false],
  ])('may lead through %s: %s', (proxyAddress, isFine) => {
    const problems = problemsWith({ proxy: 'address', proxyAddress });
    expect(problems).toEqual(isFine ? {} : { 'engine.cloud.proxy': { kind: 'proxy' } });
    const sent = { engine: { cloud: { proxy: proxyAddress.trim() } } };
    expect(settingsSchema.safeParse(sent).success).toBe(isFine);
  });

  it('needs the address of a proxy only where one is to be named', () => {
    expect(problemsWith({ proxy: 'none', proxyAddress: 'x' })).toEqual({});
    expect(problemsWith({ proxy: 'address', proxyAddress: ' ' })).toEqual({
      'engine.cloud.proxy': { kind: 'missing' },
    });
  });
});

describe('the account at Tencent', () => {
  it('has an AppID of figures, and an address', () => {
    expect(problemsWith({ appId: '' })).toEqual({
      'engine.cloud.tencent.appId': { kind: 'missing' },
    });
    expect(problemsWith({ appId: '12a', tencentEndpoint: 'http://tencent.example.com' })).toEqual({
      'engine.cloud.tencent.appId': { kind: 'appId' },
      'engine.cloud.tencent.endpoint': { kind: 'address' },
    });
  });

  it('is not asked for where another provider or this machine compares', () => {
    const wrong = { appId: '', tencentEndpoint: '', tableRows: 'x' };
    expect(problemsWith({ ...wrong, provider: 'cloudauth' })).toEqual({});
    expect(problemsWith({ ...wrong, route: 'local' })).toEqual({});
  });

  it('needs no table, but a whole one where there is one', () => {
    expect(problemsWith({ tableOrigin: '', tableRows: '\n' })).toEqual({});
    expect(problemsWith({ tableOrigin: ' ' })).toEqual({
      'engine.cloud.tencent.siteTable.origin': { kind: 'missing' },
    });
    expect(problemsWith({ tableRows: '' })).toEqual({
      'engine.cloud.tencent.siteTable.points': { kind: 'missing' },
    });
    expect(problemsWith({ tableRows: '0.1 = 75' })).toEqual({
      'engine.cloud.tencent.siteTable.points': { kind: 'row', row: '0.1 = 75' },
    });
  });
});
