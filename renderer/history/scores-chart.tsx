import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  Bar,
  BarChart,
  CartesianGrid,
  Legend,
  ReferenceArea,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { formatScore } from '../text/format-score.ts';
import { ChartCard } from './chart-card.tsx';
import { hasCounts, scoreBars } from './chart-data.ts';
import { axisLook, isAnimated, tooltipLook, verdictColours } from './chart-looks.ts';
import { CountsTable } from './counts-table.tsx';
import { verdicts, type Figures } from './history-types.ts';

/** Half the width of a bar, in points. */
const half = 1;

/** How the scores lie, against the pass mark of today. */
export const ScoresChart = ({
  figures,
  threshold,
}: {
  readonly figures: Figures;
  /** The present pass mark; absent while it is not known. */
  readonly threshold: number | undefined;
}): ReactNode => {
  const { t } = useTranslation('clerk');
  const bars = scoreBars(figures.scores);
  const stepOf = (middle: number): string => `${middle - half}–${middle + half}`;
  return (
    <ChartCard
      title={t('history.figures.scores')}
      isEmpty={!hasCounts(bars)}
      emptyWords={t('history.figures.scoresEmpty')}
      table={
        <>
          {threshold !== undefined && (
            <p>{t('history.figures.threshold', { threshold: formatScore(threshold) })}</p>
          )}
          <CountsTable
            caption={t('history.figures.scores')}
            keyLabel={t('history.figures.score')}
            bars={bars}
            format={stepOf}
          />
        </>
      }
    >
      <BarChart
        responsive
        width="100%"
        height="100%"
        data={[...bars]}
        barCategoryGap={1}
        accessibilityLayer={false}
        margin={{ top: 20, right: 8, bottom: 0, left: 0 }}
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="key"
          type="number"
          domain={[0, 100]}
          ticks={[0, 20, 40, 60, 80, 100]}
          {...axisLook}
        />
        <YAxis allowDecimals={false} width={32} {...axisLook} />
        {threshold !== undefined && (
          <ReferenceArea x1={threshold} x2={100} fill="var(--pass-soft)" fillOpacity={0.7} />
        )}
        <Tooltip labelFormatter={(label) => stepOf(Number(label))} {...tooltipLook} />
        <Legend />
        {verdicts.map((verdict) => (
          <Bar
            key={verdict}
            dataKey={verdict}
            name={t(`desk.verdict.${verdict}`)}
            stackId="scores"
            fill={verdictColours[verdict]}
            isAnimationActive={isAnimated}
          />
        ))}
        {threshold !== undefined && (
          <ReferenceLine
            x={threshold}
            stroke="var(--ink)"
            strokeWidth={2}
            strokeDasharray="6 4"
            label={{
              value: t('history.figures.threshold', { threshold: formatScore(threshold) }),
              position: 'top',
              fill: 'var(--ink)',
              fontSize: 12,
            }}
          />
        )}
      </BarChart>
    </ChartCard>
  );
};
