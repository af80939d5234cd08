import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../parts/card.tsx';
import type { SectionProps } from './section-props.ts';
import { NumberField } from './setting-field.tsx';

/** How long a check is remembered. */
export const RecordsSection = ({ form }: SectionProps): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'settings.records' });
  return (
    <Card>
      <NumberField
        form={form}
        field="records.retentionDays"
        label={t('days')}
        hint={t('daysHint')}
        value={form.draft.records.retentionDays}
        onValue={(retentionDays) => {
          form.edit('records', { retentionDays });
        }}
      />
    </Card>
  );
};
