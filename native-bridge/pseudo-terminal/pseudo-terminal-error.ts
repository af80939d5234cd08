import {
  WitnessError,
  type ErrorCatalogue,
  type ErrorData,
} from '../../main/errors/witness-error.ts';

/** What can go wrong with a pseudo-terminal. */
export const pseudoTerminalErrorCatalogue = {
  'pseudo-terminal.unsupported': {
    what: {
      en: 'This system ({platform}) has no pseudo-terminals.',
      zh: '当前系统（{platform}）不支持伪终端。',
    },
    todo: {
      en: 'Use Linux or macOS for an emulated serial port, or a simulated one inside the program.',
      zh: '请在 Linux 或 macOS 上使用模拟串口，或改用程序内部的模拟端口。',
    },
  },
  'pseudo-terminal.failed': {
    what: {
      en: 'The pseudo-terminal could not be used: {call} failed with {reason}.',
      zh: '伪终端无法使用：{call} 失败（{reason}）。',
    },
    todo: {
      en: 'Check that /dev/ptmx and /dev/pts are there and may be used by this user.',
      zh: '请确认 /dev/ptmx 和 /dev/pts 存在，且当前用户有权使用。',
    },
  },
  'pseudo-terminal.link-taken': {
    what: {
      en: '{link} exists and is not a link, so it cannot become the name of the port.',
      zh: '{link} 已存在且不是链接，不能用作端口名。',
    },
    todo: { en: 'Choose another name or remove the file.', zh: '请换一个名称，或删除该文件。' },
  },
  'pseudo-terminal.link-failed': {
    what: {
      en: 'The link {link} to the port cannot be made ({reason}).',
      zh: '无法创建指向端口的链接 {link}（{reason}）。',
    },
    todo: {
      en: 'Choose a name in a folder that exists and may be written to.',
      zh: '请选择一个已存在且可写的文件夹中的名称。',
    },
  },
  'pseudo-terminal.closed': {
    what: { en: 'The pseudo-terminal {path} is closed.', zh: '伪终端 {path} 已关闭。' },
    todo: { en: 'Open a new one.', zh: '请重新打开一个。' },
  },
} as const satisfies ErrorCatalogue;

export type PseudoTerminalErrorCode = keyof typeof pseudoTerminalErrorCatalogue;

/** A pseudo-terminal could not be opened or used. */
export class PseudoTerminalError extends WitnessError<PseudoTerminalErrorCode> {
  override readonly name = 'PseudoTerminalError';

  constructor(
    code: PseudoTerminalErrorCode,
    data?: ErrorData,
    options?: { readonly cause?: unknown },
  ) {
    super(pseudoTerminalErrorCatalogue[code], code, data, options);
  }
}
