/** One step of getting a reply onto the wire. */
export type DeliveryStep =
  | { readonly kind: 'send'; readonly bytes: Uint8Array }
  /** Milliseconds; 0 lets the other side run and no more. */
  | { readonly kind: 'wait'; readonly time: number }
  | { readonly kind: 'unplug' };

export type Delivery = readonly DeliveryStep[];

export const send = (bytes: Uint8Array): DeliveryStep => ({ kind: 'send', bytes });
export const wait = (time: number): DeliveryStep => ({ kind: 'wait', time });
export const unplug: DeliveryStep = { kind: 'unplug' };

/** Changes every piece of bytes and leaves the rest of a delivery alone. */
export const changeBytes = (
  delivery: Delivery,
  change: (bytes: Uint8Array) => Uint8Array,
): Delivery => delivery.map((step) => (step.kind === 'send' ? send(change(step.bytes)) : step));

/** Cuts every piece into chunks of at most `size` bytes, `pause` milliseconds apart. */
export const fragment = (delivery: Delivery, size: number, pause: number): Delivery =>
  delivery.flatMap((step) => {
    if (step.kind !== 'send') return [step];
    const chunks: DeliveryStep[] = [];
    for (let at = 0; at < step.bytes.length; at += size) {
      if (at > 0) chunks.push(wait(pause));
      chunks.push(send(step.bytes.subarray(at, at + size)));
    }
    return chunks;
  });

/** The delivery up to its first `count` bytes. */
export const cutAfter = (delivery: Delivery, count: number): Delivery => {
  const kept: DeliveryStep[] = [];
  let left = count;
  for (const step of delivery) {
    if (left <= 0) break;
    kept.push(step.kind === 'send' ? send(step.bytes.subarray(0, left)) : step);
    if (step.kind === 'send') left -= step.bytes.length;
  }
  return kept;
};
