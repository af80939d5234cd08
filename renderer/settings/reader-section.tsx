import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../parts/card.tsx';
import { Select } from '../parts/select.tsx';
import { FindReader } from './find-reader.tsx';
import { PortField } from './port-field.tsx';
import { readerSpeeds } from './read-draft.ts';
import type { SectionProps } from './section-props.ts';
import styles from './section.module.css';
import { NumberField, SettingField } from './setting-field.tsx';

/** Where the reader is, and how it is spoken to. */
export const ReaderSection = ({ bridge, form }: SectionProps): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'settings.reader' });
  const { baudRate, maxRfBytes } = form.draft.reader;
  return (
    <>
      <Card>
        <PortField bridge={bridge} form={form} />
        <FindReader bridge={bridge} form={form} />
      </Card>
      <Card>
        <div className={styles['pair']}>
          <SettingField form={form} field="reader.baudRate" label={t('speed')}>
            {(ids) => (
              <Select
                {...ids}
                value={baudRate}
                choices={[
                  { value: '', label: t('speedAuto') },
                  ...readerSpeeds.map((speed) => ({ value: speed, label: speed })),
                ]}
                onValue={(chosen) => {
                  form.edit('reader', { baudRate: chosen });
                }}
              />
            )}
          </SettingField>
          <NumberField
            form={form}
            field="reader.maxRfBytes"
            label={t('rf')}
            hint={t('rfHint')}
            placeholder={t('rfAuto')}
            value={maxRfBytes}
            onValue={(typed) => {
              form.edit('reader', { maxRfBytes: typed });
            }}
          />
        </div>
      </Card>
    </>
  );
};
