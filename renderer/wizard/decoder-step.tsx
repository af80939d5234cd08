import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DecoderFields } from '../settings/decoder-fields.tsx';
import { StepHeading } from './step-heading.tsx';
import type { StepProps } from './step-view.tsx';

/** What makes a picture of the photo in the chip. */
export const DecoderStep = ({ form, heading }: StepProps): ReactNode => {
  const { t } = useTranslation('clerk');
  return (
    <>
      <StepHeading heading={heading} title={t('wizard.decoder.heading')}>
        {t('settings.decoder.explain')}
      </StepHeading>
      <DecoderFields form={form} />
    </>
  );
};
