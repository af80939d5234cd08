import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { toShownError } from '../../main/ipc/shown-error.ts';
import { FarChooser } from '../desk/far-chooser.tsx';
import { Callout } from '../parts/callout.tsx';
import { useOperatingTable } from '../state/use-operating-table.ts';
import { useSentence } from '../text/use-language.ts';
import type { SectionProps } from './section-props.ts';
import { useFieldError } from './use-field-error.ts';

/** The false-accept rate, with what each costs as far as that is known yet. */
export const FarField = ({ bridge, form }: SectionProps): ReactNode => {
  const { t } = useTranslation('clerk');
  const sentence = useSentence();
  const table = useOperatingTable(bridge);
  const error = useFieldError(form, 'compare.far');
  switch (table.kind) {
    case 'waiting':
      return <p role="status">{t('loading')}</p>;
    case 'failed':
      return <Callout tone="review">{sentence(toShownError(table.error))}</Callout>;
    case 'known':
      return (
        <>
          {error !== undefined && <Callout tone="fail">{error}</Callout>}
          <FarChooser
            table={table.value}
            far={form.draft.compare.far}
            onFar={(far) => {
              form.edit('compare', { far });
            }}
          />
        </>
      );
  }
};
