import { once } from 'node:events';
import { isDeepStrictEqual } from 'node:util';
import { WebSocket } from 'ws';
import { createBridge, type CallOutcome, type StationBridge } from '../../../main/ipc/bridge.ts';
import type { ShownStage } from '../../../main/ipc/stage-schema.ts';
import { socketWire, type PageSocket } from '../../../main/ipc/socket-wire.ts';
import type { Settings } from '../../../main/settings/settings.ts';

/** Another clerk's page without a screen, by which journeys tidy up after themselves. */
export class StationPeer {
  readonly bridge: StationBridge;
  readonly #socket: WebSocket;

  private constructor(socket: WebSocket, bridge: StationBridge) {
    this.#socket = socket;
    this.bridge = bridge;
  }

  /**
   * @param origin - the station's.
   * @param cookie - session of a clerk's page, `name=value`.
   */
  static async connect(origin: string, cookie: string): Promise<StationPeer> {
    const address = `${origin.replace('http', 'ws')}/clerk/socket`;
    const socket = new WebSocket(address, { headers: { cookie, origin } });
    const bridge = createBridge(
      socketWire({
        connect: () => socket as unknown as PageSocket,
        onConnection: () => undefined,
        pause: () => new Promise(() => undefined),
      }),
    );
    await once(socket, 'open');
    return new StationPeer(socket, bridge);
  }

  /** Resolves once the counter stands where it is to. */
  async stage(isThere: (stage: ShownStage) => boolean): Promise<ShownStage> {
    return new Promise((resolve, reject) => {
      const look = (stage: ShownStage): void => {
        if (!isThere(stage)) return;
        stop();
        resolve(stage);
      };
      const stop = this.bridge.onStageChanged(look);
      this.bridge.currentStage().then((outcome) => {
        look(valueOf(outcome));
      }, reject);
    });
  }

  /** Ends the visit there may be, as a clerk would: with a decision. The card may still lie there. */
  async dismiss(): Promise<void> {
    const visit = await this.#result();
    if (visit === undefined) return;
    const { bridge } = this;
    const stage = valueOf(await bridge.currentStage());
    if (stage.phase === 'result' && stage.verdict === 'review')
      valueOf(await bridge.decideVisit({ visit, verdict: 'fail', operator: '-', reason: '-' }));
    valueOf(await bridge.finishVisit({ visit }));
  }

  /** The visit there is, brought to a result. */
  async #result(): Promise<number | undefined> {
    const now = await this.stage(({ phase }) => phase !== 'reading' && phase !== 'starting');
    if (!('visit' in now)) return undefined;
    const { visit, phase } = now;
    if (phase === 'result') return visit;
    valueOf(await this.bridge.askForStaff({ visit }));
    await this.stage((stage) => stage.phase === 'result');
    return visit;
  }

  async settings(): Promise<Settings> {
    return valueOf(await this.bridge.currentSettings()).settings;
  }

  /** Sets all settings, if any differs. */
  async setSettings(settings: Settings): Promise<void> {
    if (!isDeepStrictEqual(await this.settings(), settings))
      valueOf(await this.bridge.changeSettings({ settings }));
  }

  close(): void {
    this.#socket.terminate();
  }
}

const valueOf = <Value>(outcome: CallOutcome<Value>): Value => {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.error.message);
};
