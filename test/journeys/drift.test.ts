import { readFile } from 'node:fs/promises';
import { describe, expect } from 'vitest';
import { scoreStatisticsSchema } from '../../main/drift/score-statistics.ts';
import { totalOf } from '../../main/drift/score-counts.ts';
import { statisticsFile } from '../../main/drift/statistics-file.ts';
import { journeysAt } from './support/journey.ts';

const journey = journeysAt();

describe('the scores of a counter', () => {
  journey(
    'are counted once a guest, and kept when the station ends',
    async ({ counter, guest }) => {
      await guest.waitsForCard();
      await counter.cards.lay();
      await guest.agrees();
      await guest.seesResult('pass');
      counter.cards.lift();
      await guest.isDone();
      await guest.waitsForCard();
      await counter.show('otherPerson');
      await counter.cards.lay();
      await guest.agrees();
      await guest.seesResult('fail');
      counter.cards.lift();
      await guest.waitsForCard();
      expect(await counter.station.stop()).toBe(0);
      const text = await readFile(statisticsFile(counter.settingsFile), 'utf8');
      const [table, ...others] = scoreStatisticsSchema.parse(JSON.parse(text)).tables;
      expect(others).toEqual([]);
      expect(table?.days.map(({ counts }) => totalOf(counts))).toEqual([2]);
    },
  );
});
