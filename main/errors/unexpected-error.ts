import { WitnessError, isWitnessError, type ErrorCatalogue } from './witness-error.ts';

/** Errors nobody foresaw: a defect of ours, never of the operator. */
export const unexpectedErrorCatalogue = {
  'witness.unexpected': {
    what: {
      en: 'Something failed that should not have: {reason}.',
      zh: '程序出现意外错误：{reason}。',
    },
    todo: {
      en: 'Try once more; if it happens again, send this message to the maintainers.',
      zh: '请重试一次；若再次出现，请将此信息发给维护人员。',
    },
  },
} as const satisfies ErrorCatalogue;

/**
 * Gives any caught value the shape of a {@link WitnessError}, keeping it as the cause.
 * One of our own errors comes back as it is.
 */
export const toWitnessError = (caught: unknown): WitnessError => {
  if (isWitnessError(caught)) return caught;
  const reason = reasonOf(caught);
  const code = 'witness.unexpected';
  return new WitnessError(unexpectedErrorCatalogue[code], code, { reason }, { cause: caught });
};

const reasonOf = (caught: unknown): string => {
  if (caught instanceof Error) return caught.message;
  return typeof caught === 'string' ? caught : `${typeof caught} thrown`;
};
