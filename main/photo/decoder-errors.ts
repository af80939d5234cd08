import type { ErrorCatalogue } from '../errors/witness-error.ts';

const checkShape = {
  en: "Check the decoder's shape and function name in the settings with `witness doctor`.",
  zh: '请用 `witness doctor` 检查设置中的解码库调用方式和函数名。',
};
const tryAgain = {
  en: 'Read the card again; if it happens with every card, check the decoder with `witness doctor`.',
  zh: '请重新读卡；若每张证件都如此，请用 `witness doctor` 检查解码器。',
};

/** What can go wrong with the decoder of the chip photo. The card's text and raw photo stay usable. */
export const decoderErrors = {
  'photo.no-decoder': {
    what: {
      en: "The card's photo is in the closed WLT format and no decoder is set up.",
      zh: '证件照片采用不公开的 WLT 格式，尚未设置解码器。',
    },
    todo: {
      en: "Get the decoder library from the reader's maker and enter its path and shape under `decoder` in the settings.",
      zh: '请向阅读器厂商索取照片解码库，并在设置的 `decoder` 项中填写其路径和调用方式。',
    },
  },
  'photo.library-not-loaded': {
    what: {
      en: 'The photo decoder {path} could not be loaded into this {architecture} program: {reason}.',
      zh: '无法将照片解码库 {path} 加载到本程序（{architecture}）：{reason}。',
    },
    todo: {
      en: 'Check the path and the files it depends on; a library made for another processor or for 32 bits must be run as an external command.',
      zh: '请检查路径及其依赖文件；若该库为 32 位或面向其他处理器，请改用外部命令方式运行。',
    },
  },
  'photo.symbol-not-found': {
    what: {
      en: 'The photo decoder {path} has no function {symbol}.',
      zh: '照片解码库 {path} 中没有函数 {symbol}。',
    },
    todo: checkShape,
  },
  'photo.decoder-refused': {
    what: {
      en: 'The photo decoder could not decode the photo (return code {code}).',
      zh: '照片解码库未能解码照片（返回码 {code}）。',
    },
    todo: tryAgain,
  },
  'photo.no-output': {
    what: {
      en: 'The photo decoder reported success but produced nothing.',
      zh: '照片解码器报告成功，但没有输出照片。',
    },
    todo: checkShape,
  },
  'photo.wrong-output-length': {
    what: {
      en: 'The photo decoder produced {length} bytes; right would be {expected}.',
      zh: '照片解码器输出了 {length} 字节，正确长度应为 {expected}。',
    },
    todo: checkShape,
  },
  'photo.wrong-output-format': {
    what: {
      en: 'The photo decoder did not produce a 24-bit BMP of 102 × 126 pixels.',
      zh: '照片解码器输出的不是 102 × 126 像素的 24 位 BMP。',
    },
    todo: checkShape,
  },
  'photo.decoder-crashed': {
    what: {
      en: 'The photo decoder crashed ({how}).',
      zh: '照片解码器崩溃（{how}）。',
    },
    todo: tryAgain,
  },
  'photo.decoder-timed-out': {
    what: {
      en: 'The photo decoder did not answer within {seconds} s and was stopped.',
      zh: '照片解码器在 {seconds} 秒内没有响应，已被终止。',
    },
    todo: tryAgain,
  },
  'photo.decoder-not-started': {
    what: {
      en: 'The process for the photo decoder could not be started ({how}).',
      zh: '无法启动照片解码进程（{how}）。',
    },
    todo: {
      en: 'Restart the program; if it happens again, install it anew.',
      zh: '请重启程序；若再次出现，请重新安装。',
    },
  },
  'photo.decoder-failed': {
    what: {
      en: 'The photo decoder process failed: {reason}.',
      zh: '照片解码进程出错：{reason}。',
    },
    todo: tryAgain,
  },
  'photo.decoder-closed': {
    what: {
      en: 'The photo was not decoded because the station is closing.',
      zh: '程序正在关闭，照片未解码。',
    },
    todo: {
      en: 'Start the program again and read the card once more.',
      zh: '请重新启动程序后再读卡。',
    },
  },
  'photo.command-not-started': {
    what: {
      en: 'The decoder command {command} could not be started: {reason}.',
      zh: '无法启动解码命令 {command}：{reason}。',
    },
    todo: {
      en: 'Check the command under `decoder` in the settings and that it may be executed.',
      zh: '请检查设置中 `decoder` 项的命令是否正确、是否有执行权限。',
    },
  },
  'photo.command-failed': {
    what: {
      en: 'The decoder command ended with {how}. It said: {stderr}',
      zh: '解码命令异常结束（{how}）。其输出为：{stderr}',
    },
    todo: tryAgain,
  },
  'photo.command-output-too-long': {
    what: {
      en: 'The decoder command wrote more than {limit} bytes and was stopped.',
      zh: '解码命令输出超过 {limit} 字节，已被终止。',
    },
    todo: {
      en: 'The command must write one BMP of 102 × 126 pixels to its standard output and nothing else.',
      zh: '该命令只应向标准输出写入一张 102 × 126 像素的 BMP 图片。',
    },
  },
  'photo.no-private-directory': {
    what: {
      en: 'No temporary folder with a plain ASCII path can be written to (tried {tried}).',
      zh: '没有可写入且路径为纯英文的临时文件夹（已尝试：{tried}）。',
    },
    todo: {
      en: 'Set TMPDIR (on Windows TEMP) to such a folder and restart the program.',
      zh: '请将环境变量 TMPDIR（Windows 下为 TEMP）指向这样的文件夹，然后重启程序。',
    },
  },
  'photo.directory-not-removed': {
    what: {
      en: 'The temporary folder {directory}, which may hold a photo, could not be removed.',
      zh: '临时文件夹 {directory} 可能含有照片，但无法删除。',
    },
    todo: {
      en: 'Delete it by hand and check whether a virus scanner keeps its files open.',
      zh: '请手动删除，并检查杀毒软件是否占用其中的文件。',
    },
  },
} as const satisfies ErrorCatalogue;
