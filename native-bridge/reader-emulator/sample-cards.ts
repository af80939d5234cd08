import type { CardDescription } from './card-description.ts';

const validity = { from: '20200101', to: '长期' };

/** Nothing beyond text and photo. */
const plain = { additionalAddresses: [] as string[], fingerprints: 0 as const };

type Kind = Exclude<CardDescription['kind'], 'unknown'>;

/**
 * One invented card of each layout, in order in itself. Nobody has these names, and the sequence 000 in
 * their numbers is never given out. All but the first end in 2099, so that demos do not expire.
 */
export const sampleCards: {
  readonly [K in Kind]: Extract<CardDescription, { readonly kind: K }>;
} = {
  resident: {
    ...plain,
    kind: 'resident',
    name: '测试甲',
    sex: 'unknown',
    ethnicGroup: '01',
    birth: '19000101',
    address: '测试省测试市测试区测试路 1 号',
    number: '000000190001010009',
    issuer: '测试市公安局',
    validity,
  },
  'hk-macao-taiwan': {
    ...plain,
    kind: 'hk-macao-taiwan',
    name: '测试乙',
    sex: 'female',
    birth: '19000101',
    address: '测试省测试市测试区测试路 2 号',
    number: '81000019000101000X',
    issuer: '测试市公安局',
    validity: { from: '20200101', to: '20990101' },
    travelPermitNumber: 'H00000000',
    timesIssued: '01',
  },
  'foreigner-2017': {
    ...plain,
    kind: 'foreigner-2017',
    englishName: 'TESTER, GAMMA OF THE SYNTHETIC PEOPLE',
    chineseName: '测试丙',
    sex: 'male',
    number: 'XXX000000000000',
    nationality: 'XXX',
    birth: '19000101',
    validity: { from: '20170601', to: '20990101' },
    cardVersion: '01',
    acceptingAuthority: '0000',
  },
  'foreigner-2023': {
    ...plain,
    kind: 'foreigner-2023',
    chineseName: '测试丁',
    englishName: 'TESTER, DELTA EPSILON ZETA ETA THE IOTAS KAPPA',
    sex: 'unspecified',
    number: '900000190001010001',
    nationality: 'XXX',
    birth: '19000101',
    validity: { from: '20231201', to: '20990101' },
    timesRenewed: '00',
    previousNumberLink: '000',
  },
};
