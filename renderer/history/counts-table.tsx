import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bar } from './chart-data.ts';
import { verdicts } from './history-types.ts';

/** The figures of a chart of verdicts, as a table. Lines without any are left out. */
export const CountsTable = <Key extends string | number>({
  caption,
  keyLabel,
  bars,
  format,
}: {
  readonly caption: string;
  readonly keyLabel: string;
  readonly bars: readonly Bar<Key>[];
  readonly format: (key: Key) => string;
}): ReactNode => {
  const { t } = useTranslation('clerk');
  return (
    <table aria-label={caption}>
      <thead>
        <tr>
          <th scope="col">{keyLabel}</th>
          {verdicts.map((verdict) => (
            <th key={verdict} scope="col">
              {t(`desk.verdict.${verdict}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bars
          .filter(({ pass, review, fail }) => pass + review + fail > 0)
          .map((bar) => (
            <tr key={bar.key}>
              <th scope="row">{format(bar.key)}</th>
              {verdicts.map((verdict) => (
                <td key={verdict}>{bar[verdict]}</td>
              ))}
            </tr>
          ))}
      </tbody>
    </table>
  );
};
