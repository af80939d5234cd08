import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../parts/card.tsx';
import { DecoderCheck } from './decoder-check.tsx';
import { DecoderFields } from './decoder-fields.tsx';
import type { SectionProps } from './section-props.ts';
import styles from './section.module.css';

/** What makes a picture of the photo in the chip. */
export const DecoderSection = ({ bridge, form }: SectionProps): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'settings.decoder' });
  return (
    <>
      <p className={styles['explain']}>{t('explain')}</p>
      <Card>
        <DecoderFields form={form} />
      </Card>
      {form.kept.settings.decoder.kind !== 'none' && (
        <Card>
          <DecoderCheck bridge={bridge} hint={t('checkSaved')} />
        </Card>
      )}
    </>
  );
};
