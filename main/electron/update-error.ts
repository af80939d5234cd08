import { WitnessError, type ErrorCatalogue, type ErrorData } from '../errors/witness-error.ts';

const tellRelease = {
  en: 'Nothing was installed. Tell whoever publishes the updates.',
  zh: '未安装任何内容，请联系更新发布人员。',
};

/** Why an update was not taken. The installed version goes on working in every case. */
export const updateErrorCatalogue = {
  'update.bad-feed': {
    what: {
      en: 'The address of updates in the settings is neither http(s) nor a full path of a folder.',
      zh: '设置中的更新地址既不是 http(s) 地址，也不是文件夹的完整路径。',
    },
    todo: {
      en: 'Correct the address, or leave it empty to have no updates.',
      zh: '请改正该地址；留空则不更新。',
    },
  },
  'update.bad-key': {
    what: {
      en: 'The key of updates in the settings is not an Ed25519 public key.',
      zh: '设置中的更新公钥不是有效的 Ed25519 公钥。',
    },
    todo: {
      en: 'Enter the key you were given with the address of updates.',
      zh: '请填写随更新地址一同提供的公钥。',
    },
  },
  'update.feed-unreachable': {
    what: {
      en: 'The place updates come from cannot be reached ({reason}).',
      zh: '无法访问更新来源（{reason}）。',
    },
    todo: {
      en: 'Check the network and the address in the settings. It is tried again later.',
      zh: '请检查网络和设置中的更新地址，系统稍后会重试。',
    },
  },
  'update.unsigned': {
    what: {
      en: 'The list of updates {file} has no signature and was refused.',
      zh: '更新列表 {file} 没有签名，已拒绝。',
    },
    todo: tellRelease,
  },
  'update.bad-signature': {
    what: {
      en: 'The list of updates {file} was not signed with the key in the settings and was refused.',
      zh: '更新列表 {file} 的签名与设置中的公钥不符，已拒绝。',
    },
    todo: tellRelease,
  },
  'update.damaged': {
    what: {
      en: 'The update is not the file that its signed list describes and was refused.',
      zh: '更新文件与已签名列表中的描述不符，已拒绝。',
    },
    todo: tellRelease,
  },
  'update.foreign-publisher': {
    what: {
      en: 'The update was not signed by the publisher of this program and was refused.',
      zh: '更新不是由本程序的发布者签名的，已拒绝。',
    },
    todo: tellRelease,
  },
  'update.failed': {
    what: { en: 'The update failed: {reason}.', zh: '更新失败：{reason}。' },
    todo: {
      en: 'It is tried again later; if it keeps failing, install the new version by hand.',
      zh: '系统稍后会重试；若一直失败，请手动安装新版本。',
    },
  },
} as const satisfies ErrorCatalogue;

export type UpdateErrorCode = keyof typeof updateErrorCatalogue;

/** An update that was not taken. */
export class UpdateError extends WitnessError<UpdateErrorCode> {
  override readonly name = 'UpdateError';

  constructor(code: UpdateErrorCode, data: ErrorData = {}, options?: { readonly cause?: unknown }) {
    super(updateErrorCatalogue[code], code, data, options);
  }
}
