/*
 * The few things of a browser that the scripts of this folder touch. The tests' types know no
 * browser, and giving it to all of them would let code for Node call `window` unnoticed.
 */

/** A `CustomEvent`, as far as its details go. */
export interface DetailEvent extends Event {
  readonly detail: unknown;
}

export interface PageWindow extends EventTarget {
  readonly top: unknown;
  readonly Element: { readonly prototype: object };
  readonly HTMLAnchorElement: new () => object;
  readonly location: { readonly href: string };
  readonly CustomEvent: new (type: string, init: { readonly detail: unknown }) => Event;
  readonly MessageEvent: new (type: string, init: { readonly ports: readonly unknown[] }) => Event;
  readonly MessageChannel: new () => { readonly port1: EventTarget };
  readonly DOMException: new (message: string, name: string) => Error;
}

/** The preload script's side of a permission, as the page's side asks for it. */
export interface AskedPermission {
  readonly permission: string;
  /** For `media`: what is to be used. */
  readonly mediaTypes: readonly string[];
}
