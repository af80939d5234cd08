import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CameraSection } from './camera-section.tsx';
import { DecoderSection } from './decoder-section.tsx';
import { EngineSection } from './engine-section.tsx';
import { GatewaySection } from './gateway-section.tsx';
import { ReaderSection } from './reader-section.tsx';
import { RecordsSection } from './records-section.tsx';
import { ScreenSection } from './screen-section.tsx';
import type { SectionProps } from './section-props.ts';
import styles from './section.module.css';
import type { SectionName } from './sections.ts';
import { SiteSection } from './site-section.tsx';
import { UpdatesSection } from './updates-section.tsx';
import { VerdictSection } from './verdict-section.tsx';

const views: Readonly<Record<SectionName, ComponentType<SectionProps>>> = {
  reader: ReaderSection,
  camera: CameraSection,
  decoder: DecoderSection,
  engine: EngineSection,
  verdict: VerdictSection,
  records: RecordsSection,
  site: SiteSection,
  gateway: GatewaySection,
  screen: ScreenSection,
  updates: UpdatesSection,
};

/** One section, under its name. */
export const SectionView = ({
  section,
  ...props
}: SectionProps & { readonly section: SectionName }): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'settings.section' });
  const View = views[section];
  return (
    <section className={styles['section']} aria-label={t(section)}>
      <h2 className={styles['heading']}>{t(section)}</h2>
      <View {...props} />
    </section>
  );
};
