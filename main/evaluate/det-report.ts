import { detPlot } from './det-plot.ts';
import type { EvaluationReport } from './evaluation-report.ts';

/** The DET plot of an evaluation: the listed pairs, and every pair where that was measured. */
export const detPlotOf = ({ pair, chip, listed, everyPair }: EvaluationReport): string =>
  detPlot({
    title: chip === 'none' ? `DET, ${pair}` : `DET, ${pair}, simulated chip photo`,
    curves: [
      ...(everyPair === null ? [] : [{ name: 'every pair', ...everyPair.det }]),
      { name: 'listed pairs', ...listed.det },
    ],
  });
