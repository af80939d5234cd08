import { WitnessError, type ErrorCatalogue, type ErrorData } from '../errors/witness-error.ts';

/** What keeps a clerk from the desk, or the desk from its lock. */
export const deskLockErrorCatalogue = {
  'desk-lock.locked': {
    what: {
      en: 'The desk is locked.',
      zh: '核验台已锁定。',
    },
    todo: {
      en: 'Unlock it with the PIN of this station, then try again.',
      zh: '请输入本机 PIN 解锁后重试。',
    },
  },
  'desk-lock.wrong-pin': {
    what: {
      en: 'This is not the PIN of this station.',
      zh: 'PIN 不正确。',
    },
    todo: {
      en: 'Try again; {left} tries are left before a pause.',
      zh: '请重试；还可尝试 {left} 次，之后需要等待。',
    },
  },
  'desk-lock.too-many-tries': {
    what: {
      en: 'Too many wrong PINs were tried.',
      zh: 'PIN 输入错误次数过多。',
    },
    todo: {
      en: 'Wait {seconds} seconds, then try again. If the PIN is lost, whoever looks after this computer can remove {file}.',
      zh: '请等待 {seconds} 秒后重试。如忘记 PIN，请由本机管理员删除 {file}。',
    },
  },
  'desk-lock.pin-invalid': {
    what: {
      en: 'A PIN has 4 to 12 digits.',
      zh: 'PIN 须为 4 至 12 位数字。',
    },
    todo: {
      en: 'Choose another one. Nothing was changed.',
      zh: '请重新设置。PIN 未改动。',
    },
  },
  'desk-lock.not-written': {
    what: {
      en: 'The PIN cannot be written to {file} ({reason}). Nothing was changed.',
      zh: '无法将 PIN 写入 {file}（{reason}）。PIN 未改动。',
    },
    todo: {
      en: 'Check that the folder can be written to and the disk is not full.',
      zh: '请检查该文件夹是否可写、磁盘是否已满。',
    },
  },
  'desk-lock.file-unusable': {
    what: {
      en: 'The file {file}, which holds the PIN, cannot be used ({reason}); the desk stays locked.',
      zh: '保存 PIN 的文件 {file} 无法使用（{reason}），核验台保持锁定。',
    },
    todo: {
      en: 'Whoever looks after this computer can remove it, start the station again, and set a new PIN.',
      zh: '请由本机管理员删除该文件，重新启动后设置新的 PIN。',
    },
  },
} as const satisfies ErrorCatalogue;

export type DeskLockErrorCode = keyof typeof deskLockErrorCatalogue;

/** Something only an unlocked desk can do, or a PIN that is none. */
export class DeskLockError extends WitnessError<DeskLockErrorCode> {
  override readonly name = 'DeskLockError';

  constructor(
    code: DeskLockErrorCode,
    data: ErrorData = {},
    options?: { readonly cause?: unknown },
  ) {
    super(deskLockErrorCatalogue[code], code, data, options);
  }
}
