import { CloudError } from './cloud-error.ts';

/** CloudAuth's one endpoint, for every region. */
export const cloudauthEndpoint = 'https://cloudauth.aliyuncs.com';

/** The newer of the two names of Tencent's image service; its page shows `http://`, which is not for pictures. */
export const tencentEndpoint = 'https://recognition.image.myqcloud.com';

/**
 * Reads the address of a comparison service: `https://` and a host with an optional port. Only a
 * service on this very machine may be spoken to without TLS.
 *
 * A path, a query or a name in front of the host is refused, not dropped: the signature covers none
 * of them, and what somebody wrote there on purpose would silently be lost.
 *
 * @throws {CloudError} `cloud.endpoint-invalid`
 */
export const parseEndpoint = (text: string): URL => {
  if (URL.canParse(text)) {
    const url = new URL(text);
    if (url.href === `${url.origin}/` && isSafe(url)) return url;
  }
  throw new CloudError('cloud.endpoint-invalid');
};

const isSafe = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));

/** Whether a host is this machine. `hostname` is as the URL parser writes it, so 127.1 and 0x7f000001 are 127.0.0.1 already. */
export const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
