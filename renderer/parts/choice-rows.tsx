import { useId, type ReactNode } from 'react';
import styles from './choice-rows.module.css';

export interface ChoiceRow<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
  /** What choosing it means. */
  readonly hint?: ReactNode;
}

interface ChoiceRowsProps<Value extends string> {
  /** What is chosen. */
  readonly legend: ReactNode;
  readonly rows: readonly ChoiceRow<Value>[];
}

/** One of a few, each with what it means. Arrow keys move between them. */
export const RadioRows = <Value extends string>({
  legend,
  rows,
  value,
  onValue,
}: ChoiceRowsProps<Value> & {
  readonly value: Value;
  readonly onValue: (value: Value) => void;
}): ReactNode => {
  const group = useId();
  return (
    <fieldset className={styles['rows']}>
      <legend className={styles['legend']}>{legend}</legend>
      {rows.map((row) => (
        <Row key={row.value} row={row}>
          <input
            type="radio"
            name={group}
            checked={row.value === value}
            onChange={() => {
              onValue(row.value);
            }}
          />
        </Row>
      ))}
    </fieldset>
  );
};

/** Any number of a few. */
export const CheckRows = <Value extends string>({
  legend,
  rows,
  isLegendHidden = false,
  values,
  onValues,
}: ChoiceRowsProps<Value> & {
  /** Where a heading above says it already, only screen readers hear the legend. */
  readonly isLegendHidden?: boolean;
  readonly values: readonly Value[];
  readonly onValues: (values: readonly Value[]) => void;
}): ReactNode => (
  <fieldset className={styles['rows']}>
    <legend className={styles[isLegendHidden ? 'spoken' : 'legend']}>{legend}</legend>
    {rows.map((row) => {
      const isChecked = values.includes(row.value);
      return (
        <Row key={row.value} row={row}>
          <input
            type="checkbox"
            checked={isChecked}
            onChange={() => {
              onValues(
                isChecked ? values.filter((value) => value !== row.value) : [...values, row.value],
              );
            }}
          />
        </Row>
      );
    })}
  </fieldset>
);

const Row = ({
  row: { label, hint },
  children,
}: {
  readonly row: Pick<ChoiceRow<string>, 'label' | 'hint'>;
  readonly children: ReactNode;
}): ReactNode => (
  <label className={styles['row']}>
    {children}
    <span className={styles['words']}>
      <span className={styles['label']}>{label}</span>
      {hint !== undefined && <span className={styles['hint']}>{hint}</span>}
    </span>
  </label>
);
