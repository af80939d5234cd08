import { describe, expect, it } from 'vitest';
import { contract } from '../../../main/ipc/contract.ts';
import { refusedField } from '../../../renderer/settings/draft-fields.ts';

/** The error a station makes of a request it refuses at the door. */
const refusalOf = (settings: object) => {
  const parsed = contract.calls.changeSettings.request.safeParse({
    settings,
  });
  const where = parsed.error!.issues[0]!.path.map(String).join('.');
  return { code: 'ipc.bad-request', message: '', messageZh: '', data: { where } };
};

describe('refusedField', () => {
  it.each([
    [{ reader: { port: '' } }, 'reader.port'],
    [{ decoder: { kind: 'library', shape: 'dewlt', path: 'a.so' } }, 'decoder.path'],
    [{ decoder: { kind: 'command', command: './a' } }, 'decoder.command'],
    [{ engine: { cloud: { endpoint: 'x' } } }, 'engine.cloud.endpoint'],
    [{ engine: { cloud: { proxy: 'x' } } }, 'engine.cloud.proxy'],
    [{ engine: { cloud: { tencent: { appId: 'x' } } } }, 'engine.cloud.tencent.appId'],
    [
      {
        engine: {
          cloud: { tencent: { siteTable: { origin: 'a', points: [{ far: 2, similarity: 1 }] } } },
        },
      },
      'engine.cloud.tencent.siteTable.points',
    ],
    [{ gateway: { tls: { cert: 'a', key: '' } } }, 'gateway.tls.key'],
    [{ site: { operators: ['a', ''] } }, 'site.operators'],
  ])('finds the field %j was refused for', (settings, field) => {
    expect(refusedField(refusalOf(settings))).toBe(field);
  });

  it.each([
    ['verdict.far-not-measured', 'compare.attempts'],
    ['verdict.far-not-offered', 'compare.far'],
    ['calibration.not-found', 'compare.population'],
    ['settings.not-written', undefined],
  ])('knows which field %s is about', (code, field) => {
    expect(refusedField({ code, message: '', messageZh: '', data: { reason: 'EACCES' } })).toBe(
      field,
    );
  });
});
