import { detAxis, type DetAxis } from './det-axis.ts';
import type { DetCurve, DetPoint, OperatingPoint } from './det-curve.ts';

/** A curve and what it is of. */
export interface NamedCurve extends DetCurve {
  readonly name: string;
}

/** What a DET plot shows. */
export interface DetPlot {
  readonly title: string;
  /** No more than there are colours, which are two; those without a point are left out. */
  readonly curves: readonly NamedCurve[];
}

const width = 640;
const height = 480;
const plot = { left: 64, right: 616, top: 44, bottom: 420 } as const;

/** Colours with enough contrast before white and before black: readers of a document choose neither. */
const style = `
text { font: 12px system-ui, sans-serif; fill: #57606a; }
.title { font-size: 14px; font-weight: 600; }
.grid { stroke: #8c959f; stroke-opacity: .35; }
.frame { fill: none; stroke: #8c959f; }
.curve { fill: none; stroke-width: 2; stroke-linejoin: round; }
.band { fill-opacity: .16; }
.mark { fill: #fff; stroke-width: 2; }
.c0 { stroke: #0969da; } .f0 { fill: #0969da; }
.c1 { stroke: #9a6700; stroke-dasharray: 6 3; } .f1 { fill: #9a6700; }
.mark { stroke-dasharray: none; }
@media (prefers-color-scheme: dark) {
  text { fill: #b1bac4; } .mark { fill: #0d1117; }
  .c0 { stroke: #58a6ff; } .f0 { fill: #58a6ff; }
  .c1 { stroke: #d29922; } .f1 { fill: #d29922; }
}`;

/**
 * Draws DET curves as an SVG document: FMR to the right, FNMR upwards, both by normal deviate, with
 * the 95 % band of each curve and its operating points.
 */
export const detPlot = ({ title, curves }: DetPlot): string => {
  const x = detAxis([1e-5, 0.1], [plot.left, plot.right]);
  const y = detAxis([1e-3, 0.4], [plot.bottom, plot.top]);
  const drawn = curves.filter(({ points }) => points.length > 0).slice(0, 2);
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(title)}">`,
    `<style>${style}\n</style>`,
    label(plot.left, 22, title, 'class="title"'),
    ...grid(x, y),
    ...drawn.map((curve, index) => drawBand(curve, index, x, y)),
    ...drawn.flatMap((curve, index) => drawCurve(curve, index, x, y)),
    ...drawn.flatMap(legendOf),
    label((plot.left + plot.right) / 2, height - 10, 'False match rate', 'text-anchor="middle"'),
    label(0, 0, 'False non-match rate', verticalTitle),
    '</svg>',
  ].join('\n')}\n`;
};

const verticalTitle = `text-anchor="middle" transform="translate(16 ${(plot.top + plot.bottom) / 2}) rotate(-90)"`;

const grid = (x: DetAxis, y: DetAxis): readonly string[] => [
  ...x.ticks.flatMap(({ at, label: text }) => [
    `<path class="grid" d="M${place(at)} ${plot.top}V${plot.bottom}"/>`,
    label(at, plot.bottom + 18, text, 'text-anchor="middle"'),
  ]),
  ...y.ticks.flatMap(({ at, label: text }) => [
    `<path class="grid" d="M${plot.left} ${place(at)}H${plot.right}"/>`,
    label(plot.left - 6, at + 4, text, 'text-anchor="end"'),
  ]),
  `<path class="frame" d="M${plot.left} ${plot.top}H${plot.right}V${plot.bottom}H${plot.left}Z"/>`,
];

/** A line through the points that lie within the frame, as a path's data. */
const through = (
  points: readonly DetPoint[],
  rate: (point: DetPoint) => number,
  x: DetAxis,
  y: DetAxis,
): string =>
  points
    .filter(({ fmr }) => x.shows(fmr))
    .map((point) => `${place(x.at(point.fmr))} ${place(y.at(rate(point)))}`)
    .join('L');

const drawBand = ({ points }: NamedCurve, index: number, x: DetAxis, y: DetAxis): string => {
  const low = through(points, ({ fnmrInterval95: [least] }) => least, x, y);
  const high = through(points.toReversed(), ({ fnmrInterval95: [, most] }) => most, x, y);
  return `<path class="band f${index}" d="M${low}L${high}Z"/>`;
};

const drawCurve = (
  { points, operating }: NamedCurve,
  index: number,
  x: DetAxis,
  y: DetAxis,
): readonly string[] => [
  `<path class="curve c${index}" d="M${through(points, ({ fnmr }) => fnmr, x, y)}"/>`,
  ...operating.filter(({ fmr, fnmr }) => x.shows(fmr) && y.shows(fnmr)).map(mark(index, x, y)),
];

const mark =
  (index: number, x: DetAxis, y: DetAxis) =>
  ({ far, fmr, fnmr }: OperatingPoint): string =>
    `<circle class="mark c${index}" cx="${place(x.at(fmr))}" cy="${place(y.at(fnmr))}" r="4"><title>threshold for FAR ${Number((far * 100).toPrecision(3))} %</title></circle>`;

const legendOf = ({ name, operating }: NamedCurve, index: number): readonly string[] => {
  const top = plot.top + 18 + index * 20;
  const words = operating.length === 0 ? name : `${name}; circles: shipped thresholds`;
  return [
    `<path class="curve c${index}" d="M${plot.right - 320} ${top}h28"/>`,
    label(plot.right - 284, top + 4, words),
  ];
};

const label = (x: number, y: number, text: string, attributes = ''): string =>
  `<text x="${place(x)}" y="${place(y)}"${attributes === '' ? '' : ` ${attributes}`}>${escaped(text)}</text>`;

const place = (value: number): string => String(Math.round(value * 10) / 10);

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
