import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../parts/badge.tsx';
import { Button } from '../parts/button.tsx';
import { Card } from '../parts/card.tsx';
import { useSentence } from '../text/use-language.ts';
import { CardField } from './card-field.tsx';
import styles from './card-panel.module.css';
import { coveredValue } from './covered-value.ts';
import type { DeskCard, Stage } from './desk-types.ts';
import { ExpiryBadge } from './expiry-badge.tsx';

/** Below this a guardian agrees in the guest's place (PIPL §31). */
const ageOfConsent = 14;

/** Everything the card says, and what is odd about it. */
export const CardPanel = ({
  card,
  stage,
  cover,
  onCover,
}: {
  readonly card: DeskCard;
  readonly stage: Stage | undefined;
  /** Whether personal values are covered; `never` where guests cannot see this screen. */
  readonly cover: 'never' | 'covered' | 'revealed';
  /** Absent where they stay as they are. */
  readonly onCover: (() => void) | undefined;
}): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'desk.card' });
  const sentence = useSentence();
  const isCovered = cover === 'covered';
  return (
    <Card
      title={t(`kind.${card.kind}`)}
      className={styles['panel']}
      aside={
        cover !== 'never' &&
        onCover && (
          <Button
            tone="quiet"
            icon={isCovered ? 'eye' : 'lock'}
            aria-pressed={!isCovered}
            onClick={onCover}
            className={styles['cover']}
          >
            {isCovered ? t('reveal') : t('hide')}
          </Button>
        )
      }
    >
      <dl className={styles['fields']}>
        {card.fields.map((field) => (
          <CardField
            key={field.name}
            field={field}
            covered={isCovered ? coveredValue(field.name, stage) : undefined}
            aside={
              <>
                {field.name === 'birth' && card.age !== undefined && <AgeBadge age={card.age} />}
                {field.name === 'validity' && <ExpiryBadge card={card} />}
              </>
            }
          />
        ))}
      </dl>
      {card.warnings.length === 0 ? (
        <p className={styles['checked']}>
          <Badge tone="pass" icon="check">
            {t('checked')}
          </Badge>
        </p>
      ) : (
        <ul className={styles['warnings']} aria-label={t('warnings')}>
          {card.warnings.map((warning) => (
            <li key={warning.code}>{sentence(warning)}</li>
          ))}
        </ul>
      )}
    </Card>
  );
};

const AgeBadge = ({ age }: { readonly age: number }): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'desk.card' });
  return age < ageOfConsent ? (
    <Badge tone="review" icon="family">
      {t('age', { age })} · {t('underAge')}
    </Badge>
  ) : (
    <Badge>{t('age', { age })}</Badge>
  );
};
