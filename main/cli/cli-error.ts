import { WitnessError, type ErrorCatalogue, type ErrorData } from '../errors/witness-error.ts';

/** What can be wrong with a command line. */
export const cliErrorCatalogue = {
  'cli.usage': {
    what: { en: 'The command line is not right: {reason}.', zh: '命令行有误：{reason}。' },
    todo: { en: 'See `{help}`.', zh: '请参阅 `{help}`。' },
  },
  'cli.file-unreadable': {
    what: {
      en: 'The file {file} cannot be read ({reason}).',
      zh: '无法读取文件 {file}（{reason}）。',
    },
    todo: { en: 'Check its path and permissions.', zh: '请检查文件路径和权限。' },
  },
  'cli.file-unwritable': {
    what: {
      en: 'The file {file} cannot be written ({reason}).',
      zh: '无法写入文件 {file}（{reason}）。',
    },
    todo: {
      en: 'Choose another path, or check permissions and free space.',
      zh: '请换一个路径，或检查权限和磁盘空间。',
    },
  },
  'cli.json-invalid': {
    what: {
      en: 'The file {file} is not valid JSON: {reason}.',
      zh: '文件 {file} 不是有效的 JSON：{reason}。',
    },
    todo: { en: 'Correct the file.', zh: '请改正该文件。' },
  },
} as const satisfies ErrorCatalogue;

export type CliErrorCode = keyof typeof cliErrorCatalogue;

/** A command that could not be carried out as it was given. */
export class CliError extends WitnessError<CliErrorCode> {
  override readonly name = 'CliError';

  constructor(code: CliErrorCode, data: ErrorData = {}, options?: { readonly cause?: unknown }) {
    super(cliErrorCatalogue[code], code, data, options);
  }
}
