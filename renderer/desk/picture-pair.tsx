import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../parts/card.tsx';
import { classNames } from '../parts/class-names.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Icon } from '../parts/icon.tsx';
import type { DecodedPictures } from '../state/decoded-pictures.ts';
import { PictureCanvas } from './picture-canvas.tsx';
import styles from './picture-pair.module.css';

/** The photo of the card beside the frame it was compared with, to be compared by eye. */
export const PicturePair = ({ pictures }: { readonly pictures: DecodedPictures }): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'desk.pictures' });
  const [isLarge, setLarge] = useState(false);
  const hasAny = pictures.chip !== undefined || pictures.frame !== undefined;
  return (
    <Card title={t('heading')} className={styles['card']}>
      <button
        type="button"
        className={styles['enlarge']}
        disabled={!hasAny}
        title={t('enlarge')}
        onClick={() => {
          setLarge(true);
        }}
      >
        <Pictures pictures={pictures} />
      </button>
      {isLarge && (
        <Dialog
          title={t('enlarged')}
          closeLabel={t('close')}
          onClose={() => {
            setLarge(false);
          }}
        >
          <div className={styles['large']}>
            <Pictures pictures={pictures} />
          </div>
        </Dialog>
      )}
    </Card>
  );
};

const Pictures = ({ pictures }: { readonly pictures: DecodedPictures }): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'desk.pictures' });
  return (
    <span className={styles['pair']}>
      <Picture picture={pictures.chip} label={t('chip')} missing={t('noChip')} />
      <Picture picture={pictures.frame} label={t('frame')} missing={t('noFrame')} isFrame />
    </span>
  );
};

const Picture = ({
  picture,
  label,
  missing,
  isFrame = false,
}: {
  readonly picture: ImageBitmap | undefined;
  readonly label: string;
  readonly missing: string;
  readonly isFrame?: boolean;
}): ReactNode => (
  <span className={styles['figure']}>
    <span className={classNames(styles['picture'], isFrame && styles['frame'])}>
      {picture === undefined ? (
        <span className={styles['missing']}>
          <Icon name={isFrame ? 'camera' : 'card'} />
          {missing}
        </span>
      ) : (
        <PictureCanvas picture={picture} label={label} />
      )}
    </span>
    <span className={styles['caption']}>{label}</span>
  </span>
);
