import { WitnessError, type ErrorCatalogue, type ErrorData } from '../errors/witness-error.ts';

const restart = {
  en: 'Restart the station; if it happens again, call the maintainers.',
  zh: '请重启本系统；若再次出现，请联系维护人员。',
};

/** Why something a page asked for was refused before anything was done. */
export const ipcErrorCatalogue = {
  'ipc.foreign-sender': {
    what: {
      en: 'A page that is not part of this station asked for {call}, and was refused.',
      zh: '非本系统的页面请求了 {call}，已拒绝。',
    },
    todo: restart,
  },
  'ipc.sub-frame': {
    what: {
      en: 'A page inside another page asked for {call}, and was refused.',
      zh: '嵌套在其他页面中的页面请求了 {call}，已拒绝。',
    },
    todo: restart,
  },
  'ipc.other-page': {
    what: {
      en: 'The {role} screen asked for {call}, which is not for it, and was refused.',
      zh: '{role} 屏幕请求了无权使用的 {call}，已拒绝。',
    },
    todo: restart,
  },
  'ipc.connection-lost': {
    what: {
      en: 'The connection to the station was lost.',
      zh: '与本系统的连接已断开。',
    },
    todo: {
      en: 'It is opened again by itself. If that takes long, start the station again and open the address it prints.',
      zh: '系统会自动重新连接。若长时间未恢复，请重新启动本系统，并打开它显示的网址。',
    },
  },
  'ipc.unknown-call': {
    what: {
      en: 'A page asked for something this station does not know.',
      zh: '页面请求了本系统不支持的操作。',
    },
    todo: {
      en: 'Reload the page: it may be older than the station.',
      zh: '请刷新页面：页面版本可能早于本系统。',
    },
  },
  'ipc.bad-request': {
    what: {
      en: 'The request {call} is not as agreed at "{where}": {reason}.',
      zh: '请求 {call} 在“{where}”处不符合约定：{reason}。',
    },
    todo: restart,
  },
  'ipc.too-large': {
    what: {
      en: 'The request {call} is too large at "{where}"; at most {maximum} is allowed.',
      zh: '请求 {call} 在“{where}”处超出上限，最多允许 {maximum}。',
    },
    todo: {
      en: 'Choose a lower camera resolution.',
      zh: '请降低摄像头分辨率。',
    },
  },
} as const satisfies ErrorCatalogue;

export type IpcErrorCode = keyof typeof ipcErrorCatalogue;

/** A call that was refused at the door. */
export class IpcError extends WitnessError<IpcErrorCode> {
  override readonly name = 'IpcError';

  constructor(code: IpcErrorCode, data: ErrorData = {}, options?: { readonly cause?: unknown }) {
    super(ipcErrorCatalogue[code], code, data, options);
  }
}
