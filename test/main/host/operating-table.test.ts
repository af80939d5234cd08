import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assertRulesPossible } from '../../../main/compare/assert-rules-possible.ts';
import { thresholdsOf } from '../../../main/compare/local-engine.ts';
import { operatingThresholds } from '../../../main/compare/operating-thresholds.ts';
import { readCalibration } from '../../../main/compare/load-calibration.ts';
import { operatingTableOf } from '../../../main/host/operating-table.ts';
import { operatingTableSchema } from '../../../main/ipc/device-schema.ts';
import { calibrationFolders } from '../../../main/settings/calibration-folders.ts';

const calibration = await readCalibration(join(calibrationFolders().shipped, 'everyone.json'));
const chips = calibration.tables.find(({ pair }) => pair === 'IDPic-FacePic')!;

describe('the table of what each FAR costs', () => {
  it('has the miss rate measured with chip photos for one attempt', () => {
    const { rows } = operatingTableOf(calibration, { far: 0.001, attempts: 1 }, 'local');
    expect(rows.map(({ far }) => far)).toEqual([0.01, 0.001, 0.0001]);
    for (const row of rows) {
      const point = chips.points.find(({ far }) => far === row.far)!;
      expect(row).toMatchObject({ farApplied: row.far, frr: point.frr });
      expect(row.frrInterval95).toEqual(point.frrInterval95);
    }
    expect(rows.map(({ threshold }) => Math.round(threshold!))).toEqual([70, 80, 90]);
  });

  it('takes the stricter point that a FAR divided over attempts needs', () => {
    const { rows } = operatingTableOf(calibration, { far: 0.001, attempts: 3 }, 'local');
    expect(rows[1]).toMatchObject({ isChosen: true, farApplied: 0.001 / 3 });
  });

  it('has the stricter points, and fewer, where each attempt has two chances', () => {
    const settings = { far: 0.001, attempts: 3 };
    const { rows, chances } = operatingTableOf(calibration, settings, 'local-then-cloud');
    expect(chances).toBe(2);
    // As a verdict has it: one table is not to promise what the other does not keep.
    for (const { far, threshold } of rows) {
      const rules = { far, attempts: 3, chances: 2 };
      if (threshold === undefined)
        expect(() => {
          assertRulesPossible(calibration, rules);
        }).toThrow(expect.objectContaining({ code: 'verdict.far-not-measured' }) as Error);
      else expect(operatingThresholds(thresholdsOf(chips), rules).threshold).toBe(threshold);
    }
    expect(rows[1]!.farApplied).toBeLessThanOrEqual((0.001 / 6) * (1 + 1e-9));
    const alone = operatingTableOf(calibration, settings, 'local').rows;
    expect(rows[1]!.threshold).toBeGreaterThan(alone[1]!.threshold!);
  });

  it('offers no FAR for choice that two chances each have made too small to be measured', () => {
    const settings = { far: 0.001, attempts: 10 };
    const { rows } = operatingTableOf(calibration, settings, 'local-then-cloud');
    expect(rows.at(-1)).toEqual({ far: 0.0001, isChosen: false });
  });

  it('has no figures where the divided FAR was not measured', () => {
    const few = chips.points.filter(({ far }) => far >= 0.0001);
    const rarely = { ...calibration, tables: [{ ...chips, points: few }] };
    const { rows } = operatingTableOf(rarely, { far: 0.001, attempts: 3 }, 'local');
    expect(rows[2]).toEqual({ far: 0.0001, isChosen: false });
  });

  it('says where the figures are from, as the contract has it', () => {
    const table = operatingTableOf(calibration, { far: 0.001, attempts: 1 }, 'local');
    expect(operatingTableSchema.parse(table)).toEqual(table);
    expect(table).toMatchObject({ calibration: calibration.id, people: chips.people });
  });
});
