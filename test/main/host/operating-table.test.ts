import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCalibration } from '../../../main/compare/load-calibration.ts';
import { operatingTableOf } from '../../../main/host/operating-table.ts';
import { operatingTableSchema } from '../../../main/ipc/device-schema.ts';
import { calibrationFolders } from '../../../main/settings/calibration-folders.ts';

const calibration = await readCalibration(join(calibrationFolders().shipped, 'everyone.json'));
const chips = calibration.tables.find(({ pair }) => pair === 'IDPic-FacePic')!;

describe('the table of what each FAR costs', () => {
  it('has the miss rate measured with chip photos for one attempt', () => {
    const { rows } = operatingTableOf(calibration, { far: 0.001, attempts: 1 });
    expect(rows.map(({ far }) => far)).toEqual([0.01, 0.001, 0.0001]);
    for (const row of rows) {
      const point = chips.points.find(({ far }) => far === row.far)!;
      expect(row).toMatchObject({ farApplied: row.far, frr: point.frr });
      expect(row.frrInterval95).toEqual(point.frrInterval95);
    }
    expect(rows.map(({ threshold }) => Math.round(threshold!))).toEqual([70, 80, 90]);
  });

  it('takes the stricter point that a FAR divided over attempts needs', () => {
    const { rows } = operatingTableOf(calibration, { far: 0.001, attempts: 3 });
    expect(rows[1]).toMatchObject({ isChosen: true, farApplied: 0.001 / 3 });
  });

  it('has no figures where the divided FAR was not measured', () => {
    const few = chips.points.filter(({ far }) => far >= 0.0001);
    const rarely = { ...calibration, tables: [{ ...chips, points: few }] };
    const { rows } = operatingTableOf(rarely, { far: 0.001, attempts: 3 });
    expect(rows[2]).toEqual({ far: 0.0001, isChosen: false });
  });

  it('says where the figures are from, as the contract has it', () => {
    const table = operatingTableOf(calibration, { far: 0.001, attempts: 1 });
    expect(operatingTableSchema.parse(table)).toEqual(table);
    expect(table).toMatchObject({ calibration: calibration.id, people: chips.people });
  });
});
