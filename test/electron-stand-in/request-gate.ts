import type { CDPSession } from 'playwright-core';
import { schemeOf, toBrowser, toElectron } from './app-address.ts';
import { record } from './control.ts';
import type { Answer } from './facts.ts';
import type { FrameTree } from './frame-tree.ts';
import { handlerOf, isLoadableKind } from './protocol.ts';
import { defaultSession } from './session.ts';

type NavigationEvent = 'will-navigate' | 'will-frame-navigate' | 'will-redirect';

export interface GateOptions {
  readonly session: CDPSession;
  readonly frames: FrameTree;
  /** Tells the program; false if it prevented the navigation. */
  readonly announce: (name: NavigationEvent, url: string, frameId: string) => boolean;
}

interface PausedRequest {
  readonly requestId: string;
  readonly request: {
    readonly url: string;
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly postData?: string;
  };
  readonly frameId: string;
  readonly resourceType: string;
  readonly redirectedRequestId?: string;
}

interface GivenAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string | Uint8Array;
}

const resourceTypes: Readonly<
  Record<string, Electron.OnBeforeRequestListenerDetails['resourceType'] | undefined>
> = {
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  XHR: 'xhr',
  Fetch: 'xhr',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
  Media: 'media',
};

/** Everything a page loads passes here, and is put to the program as Electron would put it. */
export class RequestGate {
  readonly #options: GateOptions;
  readonly #planted = new Map<string, Answer>();
  #ownNavigations = 0;
  #lastId = 0;

  constructor(options: GateOptions) {
    this.#options = options;
  }

  async open(): Promise<void> {
    const { session } = this.#options;
    session.on('Fetch.requestPaused', (paused) => {
      this.#decide(paused).catch((caught: unknown) => {
        // A page that was closed meanwhile has nothing left to decide.
        if (!/closed|Invalid InterceptionId/i.test(String(caught))) throw caught;
      });
    });
    await session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
  }

  /** The program itself navigates next, which it is not asked about. */
  expectOwnNavigation(): void {
    this.#ownNavigations += 1;
  }

  /** Has an address answered, the next time, without asking the program. */
  plant(url: string, answer: Answer): void {
    this.#planted.set(url, answer);
  }

  async #decide(paused: PausedRequest): Promise<void> {
    const { requestId, resourceType } = paused;
    const url = toElectron(paused.request.url);
    const planted = this.#planted.get(url);
    if (planted !== undefined) {
      this.#planted.delete(url);
      if (resourceType === 'Document') this.#isOwnNavigation(paused.frameId);
      await this.#answer(requestId, planted);
      return;
    }
    if (resourceType === 'Document' && !this.#mayNavigate(paused, url)) {
      // The document that is there stays.
      await this.#fail(requestId, 'Aborted');
      return;
    }
    const details = this.#detailsOf(paused, url);
    const { cancel = false, redirectURL } = await defaultSession.webRequest.askBefore(details);
    record({ kind: 'request', url, isCancelled: cancel });
    if (cancel) await this.#fail(requestId, 'BlockedByClient');
    else if (redirectURL !== undefined) await this.#redirect(requestId, redirectURL);
    else await this.#load(paused, url, details);
  }

  #mayNavigate({ frameId, redirectedRequestId }: PausedRequest, url: string): boolean {
    const { announce, frames } = this.#options;
    if (redirectedRequestId !== undefined) return announce('will-redirect', url, frameId);
    return (
      this.#isOwnNavigation(frameId) ||
      (announce('will-frame-navigate', url, frameId) &&
        (!frames.isMain(frameId) || announce('will-navigate', url, frameId)))
    );
  }

  /** Whether the program itself leads the page to the next document. */
  #isOwnNavigation(frameId: string): boolean {
    if (!this.#options.frames.isMain(frameId) || this.#ownNavigations === 0) return false;
    this.#ownNavigations -= 1;
    return true;
  }

  #detailsOf(
    { request, frameId, resourceType }: PausedRequest,
    url: string,
  ): Electron.OnBeforeRequestListenerDetails {
    const { frames } = this.#options;
    const document = frames.isMain(frameId) ? 'mainFrame' : 'subFrame';
    return {
      id: ++this.#lastId,
      url,
      method: request.method,
      frame: frames.frameOf(frameId),
      resourceType:
        resourceType === 'Document' ? document : (resourceTypes[resourceType] ?? 'other'),
      referrer: toElectron(request.headers['Referer'] ?? ''),
      timestamp: Date.now(),
      uploadData: [],
    };
  }

  async #load(
    { requestId, request, resourceType }: PausedRequest,
    url: string,
    details: Electron.OnBeforeRequestListenerDetails,
  ): Promise<void> {
    const { session } = this.#options;
    const handler = handlerOf(schemeOf(url));
    if (handler === undefined) {
      await session.send('Fetch.continueRequest', { requestId });
      return;
    }
    if (!isLoadableKind(schemeOf(url), resourceType)) {
      await this.#fail(requestId, 'AccessDenied');
      return;
    }
    const { method, headers, postData } = request;
    const asked = new Request(url, { method, headers, body: postData ?? null });
    let answer: Response;
    try {
      answer = await handler(asked);
    } catch {
      // As Electron: the page sees that its address failed, and not why.
      await this.#fail(requestId, 'Failed');
      return;
    }
    const answered = await defaultSession.webRequest.askHeaders({
      ...details,
      statusCode: answer.status,
      statusLine: `HTTP/1.1 ${answer.status} ${answer.statusText}`,
      responseHeaders: Object.fromEntries(
        [...answer.headers].map(([name, value]) => [name, [value]]),
      ),
    });
    if (answered.cancel === true) {
      await this.#fail(requestId, 'BlockedByClient');
      return;
    }
    await this.#answer(requestId, {
      status: answer.status,
      headers: answered.responseHeaders ?? Object.fromEntries(answer.headers),
      body: new Uint8Array(await answer.arrayBuffer()),
    });
  }

  async #redirect(requestId: string, to: string): Promise<void> {
    await this.#answer(requestId, { status: 307, headers: { Location: to }, body: '' });
  }

  async #answer(requestId: string, { status, headers, body }: GivenAnswer): Promise<void> {
    await this.#options.session.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: status,
      responseHeaders: writtenHeaders(headers),
      body: Buffer.from(body).toString('base64'),
    });
  }

  async #fail(
    requestId: string,
    errorReason: 'Aborted' | 'BlockedByClient' | 'AccessDenied' | 'Failed',
  ): Promise<void> {
    await this.#options.session.send('Fetch.failRequest', { requestId, errorReason });
  }
}

const writtenHeaders = (headers: GivenAnswer['headers']): { name: string; value: string }[] =>
  Object.entries(headers).flatMap(([name, values]) =>
    [values].flat().map((value) => ({ name, value: toBrowser(value) })),
  );
