import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { toShownDesk } from '../../../main/ipc/shown-desk.ts';
import type { DeskDecision } from '../../../renderer/desk/desk-types.ts';
import { ScorePanel } from '../../../renderer/desk/score-panel.tsx';
import { InLanguage } from '../../../renderer/text/in-language.tsx';
import type { Language } from '../../../renderer/text/language.ts';
import { sampleAttempt, sampleGuest, sampleRules } from '../../main/station/sample-guests.ts';

/** The decision as the desk gets it after a comparison. */
const decisionAt = (far: number, attempts: number): DeskDecision => {
  const best = sampleAttempt(85, { ...sampleRules, far, attempts });
  const state = { phase: 'looking', guest: sampleGuest(), best } as const;
  const pictures = { chip: false, frame: false };
  return toShownDesk(state, sampleRules, pictures, new Date(0)).decision!;
};

const panel = (
  decision: DeskDecision | undefined,
  language: Language,
  farNow: number | undefined = sampleRules.far,
): string =>
  renderToStaticMarkup(
    <InLanguage language={language}>
      <ScorePanel decision={decision} far={sampleRules.far} farNow={farNow} aside={null} />
    </InLanguage>,
  );

/** What is read out of each line of the scale's table. */
const linesOf = (markup: string): readonly string[] =>
  (markup.match(/<tr><th scope="row">.*?<\/tr>/g) ?? []).map((line) =>
    line
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  );

describe('the score panel', () => {
  it('says which rate is in use, and the pass mark of this attempt, to whoever hears the scale', () => {
    expect(linesOf(panel(decisionAt(0.01, 10), 'zh'))).toEqual([
      '1% (采用) 本次通过线 80.0',
      '0.1% 90.0',
    ]);
    expect(linesOf(panel(decisionAt(0.001, 3), 'en'))).toEqual([
      '1% 74.0',
      '0.1% (in use) Pass mark here: 84.0',
    ]);
  });

  it('says what this check is still held to, where the rate was changed since it began', () => {
    expect(panel(undefined, 'zh', 0.01)).toContain('本次仍按 0.1% 判断');
    expect(panel(decisionAt(0.001, 3), 'en', 0.01)).toContain('still held to 0.1%');
    for (const far of [sampleRules.far, undefined])
      expect(panel(undefined, 'zh', far)).not.toContain('本次仍按');
  });

  it('parts its sentences as each language does', () => {
    const decision = decisionAt(0.001, 3);
    expect(panel(decision, 'en')).toContain(
      'a false-accept rate of 0.1%. Scores from 74.0 to 84.0',
    );
    expect(panel(decision, 'zh')).toContain('误识率 0.1%。74.0 至 84.0 分需人工复核。');
    const { reviewThreshold: _none, ...plain } = decision;
    expect(panel(plain, 'en')).not.toContain('go to a person');
  });
});
