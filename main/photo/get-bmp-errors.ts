import type { ErrorCatalogue } from '../errors/witness-error.ts';

/** What `GetBmp` of the WltRS library says with its return value (reader protocol §4.2). */
export const getBmpErrors = {
  'photo.get-bmp-no-sdtapi': {
    what: {
      en: 'The photo decoder could not use sdtapi.dll (return code 0).',
      zh: '照片解码库无法调用 sdtapi.dll（返回码 0）。',
    },
    todo: {
      en: "Put the sdtapi.dll of the reader's maker into the decoder's folder.",
      zh: '请将阅读器厂商提供的 sdtapi.dll 放到解码库所在的文件夹。',
    },
  },
  'photo.get-bmp-undecodable': {
    what: {
      en: 'The photo decoder could not decode the photo (return code -1).',
      zh: '照片解码库无法解码该照片（返回码 -1）。',
    },
    todo: {
      en: 'Read the card again; if only this card fails, its photo is damaged.',
      zh: '请重新读卡；若只有这张证件失败，说明其照片数据已损坏。',
    },
  },
  'photo.get-bmp-wrong-suffix': {
    what: {
      en: 'The photo decoder does not accept files that end in .wlt (return code -2).',
      zh: '照片解码库不接受扩展名为 .wlt 的文件（返回码 -2）。',
    },
    todo: {
      en: "Check that the decoder's shape in the settings fits the library.",
      zh: '请检查设置中的解码库调用方式是否与该库相符。',
    },
  },
  'photo.get-bmp-cannot-open': {
    what: {
      en: 'The photo decoder could not open the file it was given (return code -3).',
      zh: '照片解码库无法打开交给它的文件（返回码 -3）。',
    },
    todo: {
      en: 'Check that the temporary folder exists and that no virus scanner blocks it.',
      zh: '请检查临时文件夹是否可用、是否被杀毒软件拦截。',
    },
  },
  'photo.get-bmp-wrong-format': {
    what: {
      en: 'The photo decoder does not recognise the photo (return code -4).',
      zh: '照片解码库无法识别照片格式（返回码 -4）。',
    },
    todo: {
      en: 'Read the card again; if only this card fails, its photo is damaged.',
      zh: '请重新读卡；若只有这张证件失败，说明其照片数据已损坏。',
    },
  },
  'photo.get-bmp-not-licensed': {
    what: {
      en: 'The photo decoder is not licensed for this reader (return code -5).',
      zh: '照片解码库未授权，或与当前阅读器不匹配（返回码 -5）。',
    },
    todo: {
      en: "Use the decoder and the licence file that came with this reader, or ask the reader's maker.",
      zh: '请使用随该阅读器提供的解码库和授权文件，或联系阅读器厂商。',
    },
  },
  'photo.get-bmp-no-reader': {
    what: {
      en: 'The photo decoder could not reach the reader (return code -6).',
      zh: '照片解码库无法连接阅读器（返回码 -6）。',
    },
    todo: {
      en: "Check the reader's cable, that no other program uses it, and the decoder's port kind in the settings.",
      zh: '请检查阅读器连线、是否被其他程序占用，以及设置中的接口类型。',
    },
  },
} as const satisfies ErrorCatalogue;

/** Return value of `GetBmp` → code of the catalogue; 1 is success and not listed. */
export const getBmpCodes: ReadonlyMap<number, keyof typeof getBmpErrors> = new Map([
  [0, 'photo.get-bmp-no-sdtapi'],
  [-1, 'photo.get-bmp-undecodable'],
  [-2, 'photo.get-bmp-wrong-suffix'],
  [-3, 'photo.get-bmp-cannot-open'],
  [-4, 'photo.get-bmp-wrong-format'],
  [-5, 'photo.get-bmp-not-licensed'],
  [-6, 'photo.get-bmp-no-reader'],
]);
