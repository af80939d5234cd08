import { parseCardDescription, type CardDescription } from './card-description.ts';

const validity = { from: '20200101', to: '长期' };

/** One invented card of each layout. Nobody has these names; the regions 000000 and 900000 do not exist. */
export const sampleCards: Readonly<
  Record<Exclude<CardDescription['kind'], 'unknown'>, CardDescription>
> = {
  resident: parseCardDescription({
    kind: 'resident',
    name: '测试甲',
    sex: 'unknown',
    ethnicGroup: '01',
    birth: '19000101',
    address: '测试省测试市测试区测试路 1 号',
    number: '000000190001010009',
    issuer: '测试市公安局',
    validity,
  }),
  'hk-macao-taiwan': parseCardDescription({
    kind: 'hk-macao-taiwan',
    name: '测试乙',
    sex: 'male',
    birth: '19000101',
    address: '测试省测试市测试区测试路 2 号',
    number: '000000190001010009',
    issuer: '测试市公安局',
    validity: { from: '20200101', to: '20250101' },
    travelPermitNumber: 'H00000000',
    timesIssued: '01',
  }),
  'foreigner-2017': parseCardDescription({
    kind: 'foreigner-2017',
    englishName: 'TESTER, GAMMA OF THE SYNTHETIC PEOPLE',
    chineseName: '测试丙',
    sex: 'female',
    number: 'XXX000000000000',
    nationality: 'XXX',
    birth: '19000101',
    validity: { from: '20170601', to: '20270601' },
    cardVersion: '01',
    acceptingAuthority: '0000',
  }),
  'foreigner-2023': parseCardDescription({
    kind: 'foreigner-2023',
    chineseName: '测试丁',
    englishName: 'TESTER, DELTA EPSILON ZETA ETA THE IOTAS KAPPA',
    sex: 'unspecified',
    number: '900000190001010001',
    nationality: 'XXX',
    birth: '19000101',
    validity: { from: '20231201', to: '20331201' },
    timesRenewed: '00',
    previousNumberLink: '000',
  }),
};
