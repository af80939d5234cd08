import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Bar, BarChart, CartesianGrid, Legend, Tooltip, XAxis, YAxis } from 'recharts';
import { formatDay, formatTime } from '../text/format-time.ts';
import { useLanguage } from '../text/use-language.ts';
import { ChartCard } from './chart-card.tsx';
import { dayBars, hasCounts, hourBars, isByDay } from './chart-data.ts';
import { axisLook, isAnimated, tooltipLook, verdictColours } from './chart-looks.ts';
import { CountsTable } from './counts-table.tsx';
import { verdicts, type Figures } from './history-types.ts';

/** What the checks of each hour came to; of each day, over longer spans. */
export const OutcomesChart = ({
  figures,
  from,
  to,
}: {
  readonly figures: Figures;
  readonly from: string;
  readonly to: string;
}): ReactNode => {
  const { t } = useTranslation('clerk');
  const language = useLanguage();
  const byDay = isByDay(from, to);
  const bars = byDay ? dayBars(figures.hours, { from, to }) : hourBars(figures.hours);
  const format = (instant: string): string =>
    byDay ? formatDay(instant, language) : formatTime(instant, language);
  const title = byDay ? t('history.figures.days') : t('history.figures.hours');
  return (
    <ChartCard
      title={title}
      isEmpty={!hasCounts(bars)}
      emptyWords={t('history.figures.hoursEmpty')}
      table={
        <CountsTable
          caption={title}
          keyLabel={t('history.figures.hour')}
          bars={bars}
          format={format}
        />
      }
    >
      <BarChart responsive width="100%" height="100%" data={[...bars]} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis dataKey="key" tickFormatter={format} {...axisLook} />
        <YAxis allowDecimals={false} width={32} {...axisLook} />
        <Tooltip
          labelFormatter={(label) => (typeof label === 'string' ? format(label) : '')}
          {...tooltipLook}
        />
        <Legend />
        {verdicts.map((verdict) => (
          <Bar
            key={verdict}
            dataKey={verdict}
            name={t(`desk.verdict.${verdict}`)}
            stackId="checks"
            fill={verdictColours[verdict]}
            maxBarSize={48}
            isAnimationActive={isAnimated}
          />
        ))}
      </BarChart>
    </ChartCard>
  );
};
