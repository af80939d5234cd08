import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { ShownState } from '../../main/ipc/contract.ts';
import { StationPage, type StationPageProps } from '../../renderer/station-page.tsx';
import { languages, messagesIn } from '../../renderer/text/language.ts';
import { sampleStates } from './sample-states.ts';

const render = (state: ShownState, changes: Partial<StationPageProps> = {}): string =>
  renderToStaticMarkup(
    <StationPage
      state={state}
      camera={{ kind: 'on', stream: {} as unknown as MediaStream }}
      failure={undefined}
      onVideo={() => undefined}
      language="zh"
      onLanguage={() => undefined}
      {...changes}
    />,
  );

const headingOf = (markup: string): string | undefined => /<h1>(.*?)<\/h1>/.exec(markup)?.[1];

describe.each(languages)('StationPage in %s', (language) => {
  const text = messagesIn[language];
  const show = (state: ShownState, changes: Partial<StationPageProps> = {}): string =>
    render(state, { language, ...changes });

  it.each(['starting', 'waiting-for-card', 'reading', 'looking', 'comparing'] as const)(
    'says what to do while %s',
    (phase) => {
      const markup = show(sampleStates[phase]);
      expect(headingOf(markup)).toBe(text.phase[phase].heading);
      expect(markup).toContain(text.phase[phase].detail);
    },
  );

  it.each(['pass', 'review', 'fail'] as const)(
    'tells a %s by words, shape, colour and figures',
    (verdict) => {
      const { result } = sampleStates;
      const markup = show({ ...result, decision: { ...result.decision, verdict } });
      expect(headingOf(markup)).toBe(text.verdict[verdict].heading);
      expect(markup).toContain(`page-${verdict}`);
      expect(markup).toContain('93.3');
      expect(markup).toContain('80.0');
      expect(markup).toContain('0.1%');
    },
  );

  it('asks to take the card away, and then the next guest to come', () => {
    const { result } = sampleStates;
    expect(show(result)).toContain(text.takeCard);
    expect(show({ ...result, cardLies: false })).toContain(text.nextGuest);
  });

  it('says in its own language what the problem is, and what follows', () => {
    const { problem } = sampleStates;
    const markup = show(problem);
    expect(headingOf(markup)).toBe(text.problem);
    expect(markup).toContain(problem.error[language]);
    expect(markup).toContain(text.remedy['wait-for-reader']);
    expect(markup).toContain('reader.unplugged');
  });

  it.each(['denied', 'missing', 'busy', 'failed'] as const)(
    'helps with a camera that is %s instead of asking to look at it',
    (problem) => {
      const markup = show(sampleStates.looking, { camera: { kind: 'problem', problem } });
      expect(headingOf(markup)).toBe(text.camera[problem].heading);
      expect(markup).toContain('page-problem');
      expect(markup).not.toContain('<video');
    },
  );

  it('says why frames could not be handed in', () => {
    const failure = { code: 'ipc.too-large', en: 'Too many bytes.', zh: '数据过大。' };
    const markup = show(sampleStates.looking, { failure });
    expect(markup).toContain(failure[language]);
    expect(markup).toContain(text.remedy['lift-card']);
  });

  it('shows the warnings about a card', () => {
    const warning = { en: 'The card has expired.', zh: '证件已过期。' };
    const { looking } = sampleStates;
    const markup = show({ ...looking, card: { ...looking.card, warnings: [warning] } });
    expect(markup).toContain(warning[language]);
  });

  it('says beside a verdict that the reader is gone', () => {
    const { result, problem } = sampleStates;
    expect(show({ ...result, readerProblem: problem.error })).toContain(problem.error[language]);
  });

  it('offers both languages, each in its own words', () => {
    const markup = show(sampleStates['waiting-for-card']);
    for (const one of languages) expect(markup).toContain(messagesIn[one].languageName);
    expect(markup.match(/aria-pressed="true"/g)).toHaveLength(1);
  });
});

describe('StationPage', () => {
  it('has another outline for each verdict and for problems', () => {
    const { result, problem } = sampleStates;
    const shapes = [
      ...(['pass', 'review', 'fail'] as const).map((verdict) =>
        render({ ...result, decision: { ...result.decision, verdict } }),
      ),
      render(problem),
    ].map((markup) => /<svg class="verdict-shape".*?<\/svg>/s.exec(markup)?.[0]);
    expect(new Set(shapes).size).toBe(4);
    expect(shapes).not.toContain(undefined);
  });

  it('shows the camera only while the guest should look at it or was just seen', () => {
    const withVideo = Object.values(sampleStates)
      .filter((state) => render(state).includes('<video'))
      .map(({ phase }) => phase);
    expect(withVideo).toEqual(['looking', 'comparing']);
  });

  it('marks the step the guest is at', () => {
    const stepAt = (state: ShownState): string | undefined =>
      /aria-current="step"><span class="step-number">(\d)/.exec(render(state))?.[1];
    expect(Object.values(sampleStates).map(stepAt)).toEqual([
      undefined,
      '1',
      '1',
      '2',
      '2',
      '3',
      undefined,
    ]);
  });

  it('has no inline style or script, which the content security policy would refuse', () => {
    for (const state of Object.values(sampleStates))
      expect(render(state)).not.toMatch(/<script|style=|javascript:| on[a-z]+=/);
  });
});
