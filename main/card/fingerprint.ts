/** Whether a finger was registered when the card was made (reader protocol §2.13). */
type FingerprintResult = 'registered' | 'failed' | 'not-registered' | 'unknown';

/** What a fingerprint record says about itself. The template behind it is never kept. */
export interface FingerprintHeader {
  readonly algorithmVersion: number;
  readonly scanner: number;
  readonly developer: number;
  /** `null` for a code that no source describes. */
  readonly result: FingerprintResult | null;
  /** Which finger, such as `right-thumb`; `null` for a code that no source describes. */
  readonly finger: string | null;
  /** 1 to 100; `null` when unknown. */
  readonly quality: number | null;
}

const recordSize = 512;
const mark = 0x43;

const results = new Map<number, FingerprintResult>([
  [0x01, 'registered'],
  [0x02, 'failed'],
  [0x03, 'not-registered'],
  [0x09, 'unknown'],
]);

const fingerNames = ['thumb', 'index', 'middle', 'ring', 'little'];
const fingers = new Map<number, string>([
  ...fingerNames.map((finger, index) => [0x0b + index, `right-${finger}`] as const),
  ...fingerNames.map((finger, index) => [0x10 + index, `left-${finger}`] as const),
  [0x61, 'right-uncertain'],
  [0x62, 'left-uncertain'],
  [0x63, 'other-uncertain'],
]);

/**
 * Reads the headers of the fingerprint block: records of 512 bytes that begin with `C`. A record
 * without the mark is skipped: nothing is known about it.
 */
export const parseFingerprintHeaders = (block: Uint8Array): FingerprintHeader[] => {
  const headers: FingerprintHeader[] = [];
  for (let at = 0; at + recordSize <= block.length; at += recordSize) {
    const [first, version = 0, scanner = 0, developer = 0, result = 0, finger = 0, quality = 0] =
      block.subarray(at);
    if (first !== mark) continue;
    headers.push({
      algorithmVersion: version,
      scanner,
      developer,
      result: results.get(result) ?? null,
      finger: fingers.get(finger) ?? null,
      quality: quality >= 1 && quality <= 100 ? quality : null,
    });
  }
  return headers;
};
