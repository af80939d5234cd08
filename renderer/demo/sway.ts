/** Where a picture stands in the frame: shares of its width and height, and how far it is enlarged. */
export interface Sway {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** How far it goes to each side. The zoom covers it, so that no edge comes into view. */
const reach = 0.008;

/** A guest never stands quite still: slow, small, and never the same twice in a row. */
export const swayAt = (elapsed: number): Sway => ({
  x: reach * Math.sin(elapsed / 1300),
  y: reach * Math.sin(elapsed / 1700 + 1),
  zoom: 1 + 2 * reach + reach * (1 + Math.sin(elapsed / 2900)),
});
