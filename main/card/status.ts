import type { ErrorEntry } from '../errors/witness-error.ts';

/** What a status means for the next step (reader protocol §1.7). */
export type StatusGroup =
  | 'success'
  | 'no-card'
  | 'retry-after-re-placing'
  | 'wrong-card'
  | 'reader-broken'
  | 'line-fault'
  | 'our-bug'
  | 'nothing-there';

/** One SW3 code: its number on the wire, its group, and what to tell the operator. */
export interface StatusEntry extends ErrorEntry {
  readonly sw3: number;
  readonly group: StatusGroup;
}

/** The SW3 codes that decide something by themselves; the others count by their group. */
export const statusCodes = {
  success: 0x90,
  nothingThere: 0x91,
  cardFound: 0x9f,
  cardNotFound: 0x80,
} as const;

const nothingToDo = { en: 'Nothing needs to be done.', zh: '无需处理。' };
const rePlace = {
  en: 'Lift the card, put it back flat on the reader and keep it there.',
  zh: '请将证件拿起，重新平放在阅读器上，读完前请勿移开。',
};
const callSupport = {
  en: 'Update the program; if it happens again, send this message to the maintainers.',
  zh: '请更新程序；若再次出现，请将此信息发给维护人员。',
};
const serviceReader = {
  en: 'Unplug the reader, plug it in again; if it stays, have the reader repaired.',
  zh: '请拔下阅读器后重新插上；若仍然如此，请送修阅读器。',
};

/**
 * Every status a reader can give in SW3 (§1.7). SW1 and SW2 come from the card's own exchange and
 * decide nothing. These are the reader's words; what fails on our side of the wire is in
 * `reader-error.ts`.
 */
export const statusCatalogue = {
  'sam.success': {
    sw3: 0x90,
    group: 'success',
    what: { en: 'The reader carried out the command.', zh: '阅读器已完成操作。' },
    todo: nothingToDo,
  },
  'sam.card-found': {
    sw3: 0x9f,
    group: 'success',
    what: { en: 'A card was found.', zh: '已找到证件。' },
    todo: nothingToDo,
  },
  'sam.nothing-there': {
    sw3: 0x91,
    group: 'nothing-there',
    what: { en: 'The card does not hold this item.', zh: '证件中没有此项内容。' },
    todo: nothingToDo,
  },
  'sam.timed-out': {
    sw3: 0x05,
    group: 'retry-after-re-placing',
    what: { en: 'The reader waited too long for the card.', zh: '阅读器等待证件响应超时。' },
    todo: rePlace,
  },
  'sam.received-bad-checksum': {
    sw3: 0x10,
    group: 'line-fault',
    what: {
      en: 'The reader received a command with a wrong checksum.',
      zh: '阅读器收到的指令校验和错误。',
    },
    todo: {
      en: 'Check the cable; if it happens again, send this message to the maintainers.',
      zh: '请检查连接线；若再次出现，请将此信息发给维护人员。',
    },
  },
  'sam.received-bad-length': {
    sw3: 0x11,
    group: 'line-fault',
    what: {
      en: 'The reader received a command with a wrong length.',
      zh: '阅读器收到的指令长度错误。',
    },
    todo: {
      en: 'Check the cable; if it happens again, send this message to the maintainers.',
      zh: '请检查连接线；若再次出现，请将此信息发给维护人员。',
    },
  },
  'sam.unknown-command': {
    sw3: 0x21,
    group: 'our-bug',
    what: {
      en: 'The reader does not know this command or its values.',
      zh: '阅读器不支持此指令或其参数。',
    },
    todo: callSupport,
  },
  'sam.not-permitted': {
    sw3: 0x23,
    group: 'our-bug',
    what: { en: 'The reader does not permit this operation.', zh: '阅读器不允许此操作。' },
    todo: callSupport,
  },
  'sam.unrecognised-error': {
    sw3: 0x24,
    group: 'our-bug',
    what: {
      en: 'The reader reports an error without naming it.',
      zh: '阅读器报告了一个未说明的错误。',
    },
    todo: callSupport,
  },
  'sam.card-rejected-reader': {
    sw3: 0x31,
    group: 'retry-after-re-placing',
    what: {
      en: 'The card could not authenticate the reader.',
      zh: '证件对阅读器的认证失败。',
    },
    todo: rePlace,
  },
  'sam.reader-rejected-card': {
    sw3: 0x32,
    group: 'retry-after-re-placing',
    what: {
      en: 'The reader could not authenticate the card.',
      zh: '阅读器对证件的认证失败。',
    },
    todo: rePlace,
  },
  'sam.verification-failed': {
    sw3: 0x33,
    group: 'retry-after-re-placing',
    what: {
      en: 'The information on the card could not be verified.',
      zh: '证件信息验证失败。',
    },
    todo: rePlace,
  },
  'sam.fingerprint-verification-failed': {
    sw3: 0x37,
    group: 'retry-after-re-placing',
    what: {
      en: 'The fingerprint information on the card could not be verified.',
      zh: '证件的指纹信息验证失败。',
    },
    todo: rePlace,
  },
  'sam.information-length': {
    sw3: 0x3f,
    group: 'retry-after-re-placing',
    what: {
      en: 'The information on the card has a wrong length.',
      zh: '证件信息的长度有误。',
    },
    todo: rePlace,
  },
  'sam.wrong-card': {
    sw3: 0x40,
    group: 'wrong-card',
    what: { en: 'This is not an identity card the reader knows.', zh: '无法识别此类证件。' },
    todo: {
      en: 'Place an ID card, a residence permit, or a permanent-resident card, one at a time.',
      zh: '请放置居民身份证、港澳台居民居住证或外国人永久居留身份证，每次一张。',
    },
  },
  'sam.read-failed': {
    sw3: 0x41,
    group: 'retry-after-re-placing',
    what: { en: 'The card could not be read.', zh: '读取证件失败。' },
    todo: rePlace,
  },
  'sam.no-random-number': {
    sw3: 0x47,
    group: 'retry-after-re-placing',
    what: {
      en: 'The reader got no random number from the card.',
      zh: '阅读器未能从证件取得随机数。',
    },
    todo: rePlace,
  },
  'sam.self-test-failed': {
    sw3: 0x60,
    group: 'reader-broken',
    what: {
      en: "The reader's security module failed its self-test and takes no commands.",
      zh: '阅读器的安全模块自检失败，不接受任何指令。',
    },
    todo: serviceReader,
  },
  'sam.not-authorised': {
    sw3: 0x66,
    group: 'reader-broken',
    what: {
      en: "The reader's security module is not authorised and cannot be used.",
      zh: '阅读器的安全模块未经授权，无法使用。',
    },
    todo: {
      en: 'Ask the supplier to authorise the reader, or use another one.',
      zh: '请联系供应商为阅读器授权，或更换阅读器。',
    },
  },
  'sam.card-not-found': {
    sw3: 0x80,
    group: 'no-card',
    what: {
      en: 'There is no card on the reader, or this one was read already.',
      zh: '阅读器上没有证件，或此证件已读取过。',
    },
    todo: {
      en: 'Place a card; lift one that was already read and put it back.',
      zh: '请放置证件；已读取过的证件请拿起后重新放置。',
    },
  },
  'sam.select-failed': {
    sw3: 0x81,
    group: 'retry-after-re-placing',
    what: { en: 'The card could not be selected.', zh: '选取证件失败。' },
    todo: rePlace,
  },
} as const satisfies Readonly<Record<`sam.${string}`, StatusEntry>>;

/** The name of a status; also the code of the error that a failing one becomes. */
export type StatusName = keyof typeof statusCatalogue;

const names = new Map<number, StatusName>(
  (Object.keys(statusCatalogue) as StatusName[]).map((name) => [statusCatalogue[name].sw3, name]),
);

/** The name of an SW3 code, or `undefined` for one that no source describes. */
export const statusName = (sw3: number): StatusName | undefined => names.get(sw3);

/** The group of an SW3 code, or `undefined` for one that no source describes. */
export const statusGroup = (sw3: number): StatusGroup | undefined => {
  const name = names.get(sw3);
  return name === undefined ? undefined : statusCatalogue[name].group;
};
