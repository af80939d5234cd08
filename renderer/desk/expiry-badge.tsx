import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../parts/badge.tsx';
import type { IconName } from '../parts/icon-paths.ts';
import { expiryOf, type Expiry } from './card-expiry.ts';
import type { DeskCard } from './desk-types.ts';

const iconOf: Readonly<Record<Expiry['kind'], IconName | undefined>> = {
  unread: 'warning',
  none: undefined,
  expired: 'cross',
  today: 'clock',
  left: undefined,
};

/** How long the card is still good for. */
export const ExpiryBadge = ({ card }: { readonly card: DeskCard }): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'desk.card' });
  const { kind, tone, days } = expiryOf(card);
  const words: Readonly<Record<Expiry['kind'], string>> = {
    unread: t('noExpiryKnown'),
    none: t('noExpiry'),
    expired: t('expired', { count: days }),
    today: t('expiresToday'),
    left: t('daysLeft', { count: days }),
  };
  const icon = iconOf[kind] ?? (tone === 'review' ? 'clock' : undefined);
  return (
    <Badge tone={tone} {...(icon && { icon })}>
      {words[kind]}
    </Badge>
  );
};
