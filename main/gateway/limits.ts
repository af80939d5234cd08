/** Bytes of a request's body (CompareFaces page: "单个请求的Body有8M的大小限制"). */
export const maximumBodyBytes = 8 * 1024 * 1024;

/** Bytes of one photograph, decoded from Base64 (CompareFaces page: "单张图片大小请控制在2M内"). */
export const maximumImageBytes = 2 * 1024 * 1024;

/**
 * Bytes of all headers with the address. A call may have everything in its address; photographs of a few
 * dozen kilobytes then still fit.
 */
export const maximumHeaderBytes = 128 * 1024;

/** Bytes of all bodies being served together. */
export const maximumHeldBytes = 128 * 1024 * 1024;

/** Connections at once. */
export const maximumConnections = 1000;

/** Milliseconds for the headers, and for all of a request. */
export const usualTimeouts = { headers: 10_000, request: 30_000 } as const;

/** Milliseconds a signed time may differ from ours. */
export const signatureWindow = 15 * 60_000;

/** Milliseconds that the clocks of gateways which share a memory may differ. */
export const clockSlack = 5 * 60_000;
