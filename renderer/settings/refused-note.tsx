import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { toShownError } from '../../main/ipc/shown-error.ts';
import { Callout } from '../parts/callout.tsx';
import type { CallError } from '../state/followed.ts';
import { useSentence } from '../text/use-language.ts';

/** Says that nothing was saved, and why. */
export const RefusedNote = ({ error }: { readonly error: CallError }): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'settings' });
  const sentence = useSentence();
  return (
    <Callout tone="fail">
      <strong>{t('refusedOnTop')}</strong>
      <p>{sentence(toShownError(error))}</p>
    </Callout>
  );
};
