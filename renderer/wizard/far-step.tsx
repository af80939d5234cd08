import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FarField } from '../settings/far-field.tsx';
import { StepHeading } from './step-heading.tsx';
import type { StepProps } from './step-view.tsx';

/** How sure a pass must be. */
export const FarStep = ({ bridge, form, heading }: StepProps): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'wizard.far' });
  return (
    <>
      <StepHeading heading={heading} title={t('heading')}>
        {t('detail')}
      </StepHeading>
      <FarField bridge={bridge} form={form} />
    </>
  );
};
