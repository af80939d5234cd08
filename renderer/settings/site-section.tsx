import type { ReactNode } from 'react';
import { Card } from '../parts/card.tsx';
import { NoticeFields } from './notice-fields.tsx';
import { OperatorsField } from './operators-field.tsx';
import type { SectionProps } from './section-props.ts';

/** What the notice tells the guest, and who works here. */
export const SiteSection = ({ form }: SectionProps): ReactNode => (
  <>
    <Card>
      <NoticeFields form={form} />
    </Card>
    <Card>
      <OperatorsField form={form} />
    </Card>
  </>
);
