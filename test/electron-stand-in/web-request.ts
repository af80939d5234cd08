type BeforeListener = (
  details: Electron.OnBeforeRequestListenerDetails,
  callback: (response: Electron.CallbackResponse) => void,
) => void;
type HeadersListener = (
  details: Electron.OnHeadersReceivedListenerDetails,
  callback: (response: Electron.HeadersReceivedResponse) => void,
) => void;

interface Bound<Listener> {
  readonly listener: Listener;
  readonly urls: readonly string[] | undefined;
}

const bind = <Listener extends object>(
  first: Electron.WebRequestFilter | Listener | null,
  second: Listener | null | undefined,
): Bound<Listener> | undefined => {
  if (typeof first === 'function') return { listener: first, urls: undefined };
  if (first === null || second === null || second === undefined) return undefined;
  return { listener: second, urls: (first as Electron.WebRequestFilter).urls };
};

const isMatch = (url: string, urls: readonly string[] | undefined): boolean =>
  urls === undefined ||
  urls.some(
    (pattern) =>
      pattern === '<all_urls>' ||
      new RegExp(
        `^${pattern
          .split('*')
          .map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'))
          .join('.*')}$`,
      ).test(url),
  );

/** A session's say in what its pages load. As in Electron the last listener set is the one there is. */
export class StandInWebRequest {
  #before: Bound<BeforeListener> | undefined;
  #headers: Bound<HeadersListener> | undefined;

  readonly onBeforeRequest = (
    first: Electron.WebRequestFilter | BeforeListener | null,
    second?: BeforeListener | null,
  ): void => {
    this.#before = bind(first, second);
  };

  readonly onHeadersReceived = (
    first: Electron.WebRequestFilter | HeadersListener | null,
    second?: HeadersListener | null,
  ): void => {
    this.#headers = bind(first, second);
  };

  /** What is to be done with a request that a page is about to make. */
  askBefore(details: Electron.OnBeforeRequestListenerDetails): Promise<Electron.CallbackResponse> {
    const bound = this.#before;
    if (bound === undefined || !isMatch(details.url, bound.urls)) return Promise.resolve({});
    return new Promise((resolve) => {
      bound.listener(details, resolve);
    });
  }

  /** What is to be done with the headers of an answer. */
  askHeaders(
    details: Electron.OnHeadersReceivedListenerDetails,
  ): Promise<Electron.HeadersReceivedResponse> {
    const bound = this.#headers;
    if (bound === undefined || !isMatch(details.url, bound.urls)) return Promise.resolve({});
    return new Promise((resolve) => {
      bound.listener(details, resolve);
    });
  }
}
