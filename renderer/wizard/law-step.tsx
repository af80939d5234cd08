import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../parts/callout.tsx';
import { CheckRows } from '../parts/choice-rows.tsx';
import { lawPoints } from './law-points.ts';
import { StepHeading } from './step-heading.tsx';
import type { StepProps } from './step-view.tsx';

/** What must be so before faces are recognised here. For the site to see; nothing is kept. */
export const LawStep = ({ heading, confirmed, onConfirmed }: StepProps): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'wizard' });
  const open = lawPoints.length - confirmed.length;
  return (
    <>
      <StepHeading heading={heading} title={t('law.heading')}>
        {t('law.detail')}
      </StepHeading>
      <CheckRows
        legend={t('law.heading')}
        isLegendHidden
        rows={lawPoints.map((point) => ({ value: point, label: t(`law.${point}`) }))}
        values={confirmed}
        onValues={onConfirmed}
      />
      <div role="status">
        <Callout tone={open === 0 ? 'pass' : 'review'}>
          {open === 0 ? t('law.complete') : t('law.open', { count: open })}
        </Callout>
      </div>
    </>
  );
};
