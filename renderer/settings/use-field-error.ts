import { useTranslation } from 'react-i18next';
import { toShownError } from '../../main/ipc/shown-error.ts';
import type { CallError } from '../state/followed.ts';
import { useSentence } from '../text/use-language.ts';
import type { DraftField } from './draft-fields.ts';
import type { DraftProblem } from './draft-problem.ts';
import type { SettingsForm } from './use-settings-form.ts';

/** What is wrong with a field, in words. What is missing is asked for only once it was tried to save. */
export const useFieldError = (form: SettingsForm, field: DraftField): string | undefined => {
  const { t } = useTranslation('clerk', { keyPrefix: 'settings' });
  const problemWords = useProblemWords();
  const refusalWords = useRefusalWords();
  const problem = form.problems[field];
  if (problem && (problem.kind !== 'missing' || form.wasTried)) return problemWords(problem);
  if (form.refused?.field !== field) return undefined;
  return t('refused', { reason: refusalWords(form.refused.error) });
};

const useProblemWords = (): ((problem: DraftProblem) => string) => {
  const { t } = useTranslation('clerk', { keyPrefix: 'settings.problem' });
  return (problem) => {
    switch (problem.kind) {
      case 'range':
        return t('range', { from: problem.from, to: problem.to });
      case 'lines':
        return t('lines', { longest: problem.longest, most: problem.most });
      case 'row':
        return t('row', { row: problem.row });
      case 'order':
        return t('order', { stricter: problem.stricter, laxer: problem.laxer });
      case 'rows':
        return t('rows', { most: problem.most });
      case 'missing':
      case 'address':
      case 'path':
      case 'program':
      case 'symbol':
      case 'feed':
      case 'key':
      case 'proxy':
      case 'appId':
        return t(problem.kind);
    }
  };
};

/** Why the station refused: the reason alone where it says one, since the field is known already. */
const useRefusalWords = (): ((error: CallError) => string) => {
  const sentence = useSentence();
  return (error) => {
    const { where, reason } = error.data;
    return typeof where === 'string' && typeof reason === 'string'
      ? reason
      : sentence(toShownError(error));
  };
};
