/** Cards of people who do not exist: name 测试甲, region 000000. */

/** A text block of 256 bytes: spaces, and fields at byte offsets. */
export const textBlock = (fields: Readonly<Record<number, string>>): Uint8Array => {
  const view = new DataView(new ArrayBuffer(256));
  for (let at = 0; at < 256; at += 2) view.setUint16(at, 0x20, true);
  for (const [offset, field] of Object.entries(fields)) {
    for (let index = 0; index < field.length; index += 1) {
      view.setUint16(Number(offset) + 2 * index, field.charCodeAt(index), true);
    }
  }
  return new Uint8Array(view.buffer);
};

export const residentText = (fields: Readonly<Record<number, string>> = {}): Uint8Array =>
  textBlock({
    0: '测试甲',
    30: '2',
    32: '01',
    36: '19000101',
    52: '某省某市某区 某路 1 号',
    122: '000000190001010009',
    158: '某市公安局某区分局',
    188: '20200102',
    204: '长期',
    ...fields,
  });

export const hkMacaoTaiwanText = (fields: Readonly<Record<number, string>> = {}): Uint8Array =>
  textBlock({
    0: '测试乙',
    30: '1',
    36: '19000101',
    52: '某省某市某区某路 2 号',
    122: '810000190001010018',
    158: '某市公安局',
    188: '20200102',
    204: '20250102',
    220: 'H00000000',
    238: '01',
    248: 'J',
    ...fields,
  });

export const foreigner2017Text = (fields: Readonly<Record<number, string>> = {}): Uint8Array =>
  textBlock({
    0: 'TESTPERSON, ALPHA BETA',
    120: '1',
    122: 'XXX000000000000',
    152: 'XXX',
    158: '测试丙',
    188: '20180102',
    204: '20280102',
    220: '19800229',
    236: '01',
    240: '0000',
    248: 'I',
    ...fields,
  });

export const foreigner2023Text = (fields: Readonly<Record<number, string>> = {}): Uint8Array =>
  textBlock({
    0: '测试丁',
    30: '2',
    32: '00',
    36: '19000101',
    52: 'TESTPERSON WITH A VERY LONG NAME OF',
    122: '900000190001010001',
    188: '20240102',
    204: '20340102',
    220: ' MANY WORDS',
    242: 'XXX',
    248: 'Y',
    250: '000',
    ...fields,
  });

/** The header of a chip photo and then zeros: a photo that nobody can decode (reader protocol §6.3). */
export const chipPhoto = (size = 1024): Uint8Array => {
  const photo = new Uint8Array(size);
  photo.set([0x57, 0x4c, 0x66, 0x00, 0x7e, 0x00, 0x32, 0x00, 0x00, 0xff, 0x85].slice(0, size));
  return photo;
};

/** Two fingerprint records: the right thumb registered with quality 90, the left index not. */
export const fingerprints = (): Uint8Array => {
  const block = new Uint8Array(1024).fill(0xee);
  block.set([0x43, 0x02, 0x03, 0x04, 0x01, 0x0b, 90], 0);
  block.set([0x43, 0x02, 0x03, 0x04, 0x03, 0x11, 0], 512);
  return block;
};

/** The payload of a base-info reply, with a header of two or three lengths. */
export const baseInfo = (text: Uint8Array, photo: Uint8Array, prints?: Uint8Array): Uint8Array => {
  const lengths = [text, photo, ...(prints ? [prints] : [])].map((block) => block.length);
  const header = lengths.flatMap((length) => [length >> 8, length & 0xff]);
  return Uint8Array.from([...header, ...text, ...photo, ...(prints ?? [])]);
};
