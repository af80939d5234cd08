import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { OperatingTable } from '../../../renderer/desk/desk-types.ts';
import { FarChooser } from '../../../renderer/desk/far-chooser.tsx';
import { clerkEn } from '../../../renderer/text/clerk.en.ts';
import { InLanguage } from '../../../renderer/text/in-language.tsx';
import { sampleTable } from '../gallery/station-answers.ts';

const words = clerkEn.desk.far;

const chooser = (table: OperatingTable): string =>
  renderToStaticMarkup(
    <InLanguage language="en">
      <FarChooser table={table} far={0.001} onFar={() => undefined} />
    </InLanguage>,
  );

const choices = (markup: string): readonly string[] => markup.match(/<input type="radio"[^>]*>/g)!;

describe('the choice of a false-accept rate', () => {
  it('cannot be one that was not measured for its share', () => {
    expect(choices(chooser(sampleTable)).map((radio) => radio.includes('disabled'))).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('says what two chances do to it, and only where there are two', () => {
    const [one, two] = [chooser(sampleTable), chooser({ ...sampleTable, chances: 2 })];
    expect(two).toContain(words.perChance);
    expect(two).toContain('of two chances each this rate was not measured');
    expect(one).not.toContain(words.perChance);
    expect(one).not.toContain('two chances');
  });
});
