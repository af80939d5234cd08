import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NoticeFields } from '../settings/notice-fields.tsx';
import { OperatorsField } from '../settings/operators-field.tsx';
import { StepHeading } from './step-heading.tsx';
import type { StepProps } from './step-view.tsx';

/** What the notice tells the guest, and who works here. */
export const SiteStep = ({ form, heading }: StepProps): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'wizard.site' });
  return (
    <>
      <StepHeading heading={heading} title={t('heading')}>
        {t('detail')}
      </StepHeading>
      <NoticeFields form={form} />
      <OperatorsField form={form} />
    </>
  );
};
