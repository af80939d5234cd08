import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FindReader } from '../settings/find-reader.tsx';
import { PortField } from '../settings/port-field.tsx';
import { ReaderNow } from './reader-now.tsx';
import { StepHeading } from './step-heading.tsx';
import type { StepProps } from './step-view.tsx';

/** The reader: found, and answering. */
export const ReaderStep = ({ bridge, form, heading }: StepProps): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'wizard.reader' });
  return (
    <>
      <StepHeading heading={heading} title={t('heading')}>
        {t('detail')}
      </StepHeading>
      <ReaderNow bridge={bridge} />
      <FindReader bridge={bridge} form={form} />
      <PortField bridge={bridge} form={form} />
    </>
  );
};
