import { describe, expect, it } from 'vitest';
import { CloudError } from '../../../main/cloud/cloud-error.ts';
import { PhotoError } from '../../../main/photo/photo-error.ts';
import { parseIdCard } from '../../../main/card/id-card.ts';
import { checkRecordSchema } from '../../../main/records/check-record.ts';
import type { GuestVisit, StateIn } from '../../../main/station/counter-state.ts';
import { makeRecord, withDecisions, type RecordFacts } from '../../../main/station/make-record.ts';
import {
  foreigner2017Text,
  foreigner2023Text,
  hkMacaoTaiwanText,
  residentText,
  textBlock,
} from '../card/synthetic-cards.ts';
import { sampleAttempt, sampleGuest } from './sample-guests.ts';

const facts: RecordFacts = {
  id: '00000000-0000-4000-8000-000000000001',
  startedAt: '2026-03-10T12:00:00.000Z',
  endedAt: '2026-03-10T12:00:09.000Z',
  rules: { attempts: 3, noticeHash: '0123456789abcdef' },
  timings: { total: 9000, compare: 40 },
};
const agreed = sampleGuest({
  attemptsLeft: 1,
  consent: { kind: 'face', cloud: false, guardian: false },
});
const result = (
  guest: GuestVisit = agreed,
  outcome: StateIn<'result'>['outcome'] = {
    verdict: 'pass',
    reasons: [],
    attempt: sampleAttempt(90),
  },
): StateIn<'result'> => ({ phase: 'result', guest, outcome, decisions: [], cardLies: true });
const by = { operator: '王', reason: '看过', at: '2026-03-10T12:01:00.000Z' };

describe('a record', () => {
  it('says what was found, by whom, when, and how long it took', () => {
    const record = makeRecord(result(), facts);
    expect(checkRecordSchema.parse(record)).toEqual(record);
    expect(record).toEqual({
      id: facts.id,
      startedAt: facts.startedAt,
      endedAt: facts.endedAt,
      cardKind: 'resident',
      name: '测**',
      number: '0***************09',
      verdict: 'pass',
      reasons: [],
      warnings: [],
      comparison: {
        verdict: 'pass',
        score: 90,
        threshold: 84,
        reviewThreshold: 74,
        far: 0.001,
        attempts: 3,
        attemptsUsed: 2,
        engine: 'sample',
      },
      consent: { notice: '0123456789abcdef', face: true },
      decisions: [],
      timings: { total: 9000, compare: 40 },
    });
  });

  it.each([
    ['resident', residentText()],
    ['hk-macao-taiwan', hkMacaoTaiwanText()],
    ['foreigner-2017', foreigner2017Text()],
    ['foreigner-2023', foreigner2023Text()],
    ['unknown', textBlock({ 0: '测试戊', 122: '000000190001010009', 248: 'Z' })],
  ] as const)('of a %s card has no whole name, number, address or birth date', (kind, text) => {
    const card = parseIdCard(text);
    const record = makeRecord(result({ ...agreed, card }), facts);
    expect(checkRecordSchema.parse(record)).toEqual(record);
    expect(record.cardKind).toBe(kind);
    const written = JSON.stringify(record);
    for (const secret of [
      ...['测试甲', '测试乙', '测试丙', '测试丁', '测试戊', 'TESTPERSON', '某', '1900', '1980'],
      ...['000000190001010009', '810000190001010018', 'XXX000000000000', '900000190001010001'],
    ])
      expect(written).not.toContain(secret);
  });

  it('of a check without a comparison has none, and says what kept it from happening', () => {
    const error = new PhotoError('photo.no-decoder').toJSON();
    const outcome = { verdict: 'review', reasons: ['chip-photo-unreadable'], error } as const;
    const record = makeRecord(result(agreed, outcome), facts);
    expect(record).toMatchObject({
      verdict: 'review',
      reasons: ['chip-photo-unreadable'],
      error: 'photo.no-decoder',
    });
    expect(record).not.toHaveProperty('comparison');
  });

  it('says how many frames were compared, and which engine should have, and why it did not', () => {
    const error = new CloudError('cloud.unreachable').toJSON();
    const attempt = {
      ...sampleAttempt(90),
      calibration: 'sample-1',
      framesUsed: 3,
      fellBackFrom: { engine: 'cloudauth', error },
    };
    const record = makeRecord(result(agreed, { verdict: 'pass', reasons: [], attempt }), facts);
    expect(record.comparison).toMatchObject({
      calibration: 'sample-1',
      framesUsed: 3,
      fellBackFrom: { engine: 'cloudauth', error: 'cloud.unreachable' },
    });
  });

  it.each([
    ['nobody was asked', {}, undefined],
    ['without face', { consent: { kind: 'without-face' } }, { face: false }],
    [
      'with face, and no to the cloud',
      {
        consent: { kind: 'face', cloud: false, guardian: false },
        needs: { cloud: true, guardian: false },
      },
      { face: true, cloud: false },
    ],
    [
      'with face, by a guardian',
      {
        consent: { kind: 'face', cloud: true, guardian: true },
        needs: { cloud: false, guardian: true },
      },
      { face: true, guardian: true },
    ],
  ] as const)('says what was answered: %s', (_what, changes, consent) => {
    const record = makeRecord(result(sampleGuest(changes)), facts);
    expect(record.consent).toEqual(
      consent && { notice: '0123456789abcdef', ...(consent as object) },
    );
  });

  it('takes an operator’s last decision for the verdict, and keeps what the station found', () => {
    const record = makeRecord(result(), facts);
    const decisions = [
      { ...by, verdict: 'fail' },
      { ...by, verdict: 'pass' },
      { ...by, verdict: 'fail' },
    ] as const;
    const decided = withDecisions(record, { ...result(), decisions });
    expect(decided).toEqual({ ...record, verdict: 'fail', decisions });
    expect(checkRecordSchema.parse(decided)).toEqual(decided);
  });
});
