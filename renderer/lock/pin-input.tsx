import type { ReactNode } from 'react';
import type { FieldIds } from '../parts/field.tsx';
import { TextInput } from '../parts/text-input.tsx';

/** Takes a PIN, from a keyboard of digits where there is one, and shows none of it. */
export const PinInput = ({
  ids,
  value,
  onValue,
  isFirst = false,
}: {
  readonly ids: FieldIds;
  readonly value: string;
  readonly onValue: (typed: string) => void;
  /** Whether it is what a dialog is opened for. */
  readonly isFirst?: boolean;
}): ReactNode => (
  <TextInput
    {...ids}
    type="password"
    inputMode="numeric"
    maxLength={12}
    autoFocus={isFirst}
    value={value}
    onValue={onValue}
  />
);
