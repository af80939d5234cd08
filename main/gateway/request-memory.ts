/** What the gateways of one site remember together, or one remembers alone. */
export interface RequestMemory {
  /**
   * Remembers a mark in one step with looking whether it is there.
   *
   * @param until - when it may be forgotten, in milliseconds since 1970. The same for every copy of a
   *   request.
   * @returns whether it is new.
   * @throws GatewayError `gateway.memory-unusable`
   */
  remember(mark: string, until: number): Promise<boolean>;
  /**
   * Counts a request of somebody.
   *
   * @returns 0 if it is within the rate, else the milliseconds to wait.
   * @throws GatewayError `gateway.memory-unusable`
   */
  count(who: string): Promise<number>;
  /** @throws GatewayError `gateway.memory-unusable` where it could not remember now. */
  check(): Promise<void>;
  close(): Promise<void>;
}

/** Requests allowed in a span of seconds. */
export interface Rate {
  readonly requests: number;
  readonly seconds: number;
}
