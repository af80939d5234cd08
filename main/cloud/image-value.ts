/** Bytes of one encoded photograph, before Base64 (CompareFaces page: "单张图片大小请控制在2M内"). */
export const maximumImageBytes = 2 * 1024 * 1024;

/**
 * The value of `SourceImageValue` or `TargetImageValue`: `base64://` and the photograph in standard
 * Base64, without a data-URI head. The Base64 of a JPEG begins with `/`, hence `base64:///9j/…`.
 */
export const imageValueOf = ({ buffer, byteOffset, byteLength }: Uint8Array): string =>
  `base64://${Buffer.from(buffer, byteOffset, byteLength).toString('base64')}`;
