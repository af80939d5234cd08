import { useTranslation } from 'react-i18next';
import { formatRate, formatSeconds } from '../text/format-rate.ts';
import { formatScoreAgainst } from '../text/format-score.ts';
import { formatDayAndTime } from '../text/format-time.ts';
import { useRoutingLines } from '../text/use-routing-lines.ts';
import { useLanguage } from '../text/use-language.ts';
import type { CheckRecord } from './history-types.ts';

/** A labelled part of a record. */
export interface RecordFact {
  readonly label: string;
  readonly lines: readonly string[];
}

/** What a record says, in plain words; parts it does not have are left out. */
export const useRecordFacts = (record: CheckRecord): readonly RecordFact[] => {
  const { t } = useTranslation('clerk');
  const language = useLanguage();
  const warningNames: Readonly<Record<string, string>> = t('history.warning', {
    returnObjects: true,
  });
  const seconds = (ms: number): string =>
    t('history.figures.seconds', { seconds: formatSeconds(ms) });
  const { timings } = record;
  const facts: readonly { readonly label: string; readonly lines: Lines }[] = [
    {
      label: t('history.details.kind'),
      lines: [t(`desk.card.kind.${record.cardKind}`), record.number],
    },
    {
      label: t('history.table.reasons'),
      lines: record.reasons.map((reason) => t(`desk.reasonName.${reason}`)),
    },
    {
      label: t('history.details.warnings'),
      lines: record.warnings.map((code) => warningNames[code] ?? code),
    },
    { label: t('history.details.comparison'), lines: useComparisonLines(record) },
    { label: t('history.details.error'), lines: [record.error] },
    { label: t('history.details.consent'), lines: useConsentLines(record) },
    {
      label: t('history.details.timings'),
      lines: [
        t('history.details.total', { time: seconds(timings.total) }),
        timings.compare !== undefined &&
          t('history.details.compare', { time: seconds(timings.compare) }),
      ],
    },
    { label: t('history.details.started'), lines: [formatDayAndTime(record.startedAt, language)] },
    { label: t('history.details.ended'), lines: [formatDayAndTime(record.endedAt, language)] },
    { label: t('history.details.id'), lines: [record.id] },
  ];
  return facts
    .map(({ label, lines }) => ({ label, lines: lines.filter(isSaid) }))
    .filter(({ lines }) => lines.length > 0);
};

const isSaid = (line: string | false | undefined): line is string =>
  typeof line === 'string' && line !== '';

type Lines = readonly (string | false | undefined)[];

const useComparisonLines = ({ comparison }: CheckRecord): Lines => {
  const { t } = useTranslation('clerk', { keyPrefix: 'history.details' });
  const language = useLanguage();
  const routingLines = useRoutingLines();
  if (comparison === undefined) return [t('noComparison')];
  const { score, threshold, far, attempts, attemptsUsed, calibration, fellBackFrom, routing } =
    comparison;
  return [
    t('score', { ...formatScoreAgainst(score, threshold) }),
    t('far', { far: formatRate(far, language), used: attemptsUsed, attempts }),
    t('engine', comparison),
    calibration !== undefined && t('calibration', { calibration }),
    fellBackFrom && t('fellBack', fellBackFrom),
    ...(routing ? routingLines(routing) : []),
  ];
};

const useConsentLines = ({ consent }: CheckRecord): Lines => {
  const { t } = useTranslation('clerk', { keyPrefix: 'history.details' });
  if (consent === undefined) return [t('consentNone')];
  return [
    consent.face ? t('consentFace') : t('consentNoFace'),
    consent.cloud !== undefined && (consent.cloud ? t('consentCloud') : t('consentNoCloud')),
    consent.guardian === true && t('consentGuardian'),
    t('notice', consent),
  ];
};
