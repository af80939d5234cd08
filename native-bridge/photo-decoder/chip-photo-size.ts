/** Pixels in a row of every chip photo (reader protocol §4.1). */
export const chipPhotoWidth = 102;

/** Rows of every chip photo (reader protocol §4.1). */
export const chipPhotoHeight = 126;

/** Bytes of the block a card carries, whatever its coding (reader protocol §2.1). */
export const chipBlockLength = 1024;

/** Bytes of the decoded photo as pixels without padding: 102 × 126 × 3 (reader protocol §4.1). */
export const rawPhotoLength = chipPhotoWidth * chipPhotoHeight * 3;

/** Bytes of one row in a 24-bit BMP: 306, padded to a multiple of four. */
export const bmpStride = 308;

/** Bytes before the pixels of a BMP: file header and info header. */
export const bmpHeaderLength = 14 + 40;

/** Bytes of the decoded photo as a 24-bit BMP (reader protocol §4.1). */
export const bmpPhotoLength = bmpHeaderLength + bmpStride * chipPhotoHeight;

/** No decoder has a reason to produce more than this; what exceeds it is not kept. */
export const outputLimit = 65_536;
