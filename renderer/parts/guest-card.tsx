import { useContext, type ReactNode } from 'react';
import type { ShownCard } from '../../main/ipc/contract.ts';
import { LanguageContext, useText } from '../text/language.ts';

/** The card that is being verified, masked, and what is odd about it. */
export const GuestCard = ({ card }: { readonly card: ShownCard }): ReactNode => {
  const text = useText();
  const language = useContext(LanguageContext);
  return (
    <section className="card">
      <h2>{text.cardKind[card.kind]}</h2>
      <dl>
        <div>
          <dt>{text.name}</dt>
          <dd>{card.name}</dd>
        </div>
        <div>
          <dt>{text.number}</dt>
          <dd className="card-number">{card.number}</dd>
        </div>
      </dl>
      {card.warnings.map((warning) => (
        <p key={warning.en} className="warning">
          {warning[language]}
        </p>
      ))}
    </section>
  );
};
