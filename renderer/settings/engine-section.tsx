import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../parts/card.tsx';
import { RadioRows } from '../parts/choice-rows.tsx';
import { CloudFields } from './cloud-fields.tsx';
import { engineRoutes } from './engine-draft.ts';
import type { SectionProps } from './section-props.ts';
import { NumberField } from './setting-field.tsx';

/** Who compares, and with what. */
export const EngineSection = ({ form }: SectionProps): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'settings.engine' });
  const { engine, compare } = form.draft;
  return (
    <>
      <Card>
        <RadioRows
          legend={t('route')}
          rows={engineRoutes.map((route) => ({
            value: route,
            label: t(route),
            hint: t(`${route}Hint`),
          }))}
          value={engine.route}
          onValue={(route) => {
            form.edit('engine', { route });
          }}
        />
      </Card>
      {engine.route !== 'local' && (
        <Card>
          <CloudFields form={form} />
        </Card>
      )}
      <Card>
        <NumberField
          form={form}
          field="compare.threads"
          label={t('threads')}
          hint={t('threadsHint')}
          value={compare.threads}
          onValue={(threads) => {
            form.edit('compare', { threads });
          }}
        />
      </Card>
    </>
  );
};
