import type { ErrorCatalogue } from '../errors/witness-error.ts';

const rePlace = {
  en: 'Lift the card, put it back on the reader and read it again.',
  zh: '请将证件拿起，重新放到阅读器上再读一次。',
};

/** What can be wrong with the 1,024 bytes a card carries as its photo. */
export const blockErrors = {
  'photo.empty': {
    what: {
      en: "The card's chip holds no photo.",
      zh: '证件芯片中没有照片。',
    },
    todo: {
      en: "Check the guest's identity another way.",
      zh: '请用其他方式核验身份。',
    },
  },
  'photo.wrong-length': {
    what: {
      en: "The card's photo block has {length} bytes instead of 1,024.",
      zh: '证件照片数据为 {length} 字节，应为 1024 字节。',
    },
    todo: rePlace,
  },
  'photo.wrong-size': {
    what: {
      en: "The card's photo is {width} × {height} pixels instead of 102 × 126.",
      zh: '证件照片为 {width} × {height} 像素，应为 102 × 126 像素。',
    },
    todo: rePlace,
  },
  'photo.unknown-format': {
    what: {
      en: "The card's photo is in a format this program does not know.",
      zh: '无法识别证件照片的格式。',
    },
    todo: rePlace,
  },
  'photo.webp-damaged': {
    what: {
      en: "The card's photo is a damaged WebP picture.",
      zh: '证件照片（WebP 格式）已损坏。',
    },
    todo: rePlace,
  },
} as const satisfies ErrorCatalogue;
