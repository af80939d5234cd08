import { describe, expect, it } from 'vitest';
import { imagePairOf, type Calibration } from '../../../main/compare/calibration.ts';
import { CalibrationError } from '../../../main/compare/calibration-error.ts';
import { assertCalibrationFits, tableFor } from '../../../main/compare/calibration-fit.ts';
import { parseCalibration } from '../../../main/compare/load-calibration.ts';
import { point, sampleCalibration, sampleModels, samplePoints } from './sample-calibration.ts';

const refusalOf = (action: () => unknown): CalibrationError => {
  try {
    action();
  } catch (error) {
    if (error instanceof CalibrationError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};

const refusalOfDocument = (calibration: object): CalibrationError =>
  refusalOf(() => parseCalibration(JSON.stringify(calibration), 'x.json'));

const withPoints = (points: Calibration['tables'][number]['points']): Calibration => {
  const [table] = sampleCalibration().tables;
  return sampleCalibration({ tables: [{ ...table!, points }] });
};

describe('a calibration document', () => {
  it('comes back as it was written', () => {
    const calibration = sampleCalibration();
    expect(parseCalibration(JSON.stringify(calibration), 'x.json')).toEqual(calibration);
  });

  it('is refused when it is no JSON', () => {
    const error = refusalOf(() => parseCalibration('{"formatVersion": 1', 'site.json'));
    expect(error.code).toBe('calibration.invalid');
    expect(error.message).toContain('site.json');
  });

  it.each([
    ['an unknown format version', { ...sampleCalibration(), formatVersion: 1 }, 'formatVersion'],
    ['a field nobody knows', { ...sampleCalibration(), people: ['someone'] }, ''],
    ['no models', { ...sampleCalibration(), models: {} }, 'models'],
    [
      'a hash that is none',
      { ...sampleCalibration(), models: { detector: 'x' } },
      'models.detector',
    ],
    ['no table', { ...sampleCalibration(), tables: [] }, 'tables'],
    [
      'two tables of one pair',
      sampleCalibration({ tables: [...sampleCalibration().tables, ...sampleCalibration().tables] }),
      'tables',
    ],
  ])('is refused with %s', (_name, document, where) => {
    const error = refusalOfDocument(document);
    expect(error.code).toBe('calibration.invalid');
    expect(error.data['where']).toBe(where);
  });

  it('is refused when an offered FAR is missing', () => {
    const error = refusalOfDocument(withPoints(samplePoints.filter(({ far }) => far !== 0.001)));
    expect(error.data['reason']).toBe('FAR 0.001 is missing');
  });

  it('is refused when a stricter FAR has a lower threshold', () => {
    const points = samplePoints.map((one) => (one.far === 0.0001 ? point(0.0001, 0.3) : one));
    expect(refusalOfDocument(withPoints(points)).data['where']).toBe('tables.0.points.4.threshold');
  });

  it('is refused when two offered FARs share a threshold: the score could not rise', () => {
    const points = [point(0.01, 0.4), point(0.001, 0.4), point(0.0001, 0.6)];
    expect(refusalOfDocument(withPoints(points)).code).toBe('calibration.invalid');
  });

  it('is refused when its points are not from lax to strict', () => {
    const points = samplePoints.toReversed();
    expect(refusalOfDocument(withPoints(points)).data['reason']).toBe('not lax to strict');
  });

  it('is refused when an interval is the wrong way round', () => {
    const points = samplePoints.map((one) => ({
      ...one,
      interval95: [0.7, 0.2] as [number, number],
    }));
    expect(refusalOfDocument(withPoints(points)).code).toBe('calibration.invalid');
  });
});

describe('what a calibration may be used for', () => {
  const engine = { name: 'local', pipeline: '1', models: sampleModels };

  it('is the engine it was made with', () => {
    expect(() => {
      assertCalibrationFits(sampleCalibration(), engine);
    }).not.toThrow();
  });

  it.each([
    [
      'a changed model',
      { ...engine, models: { ...sampleModels, embedding: 'c'.repeat(64) } },
      'embedding',
    ],
    ['a model more', { ...engine, models: { ...sampleModels, extra: 'c'.repeat(64) } }, 'extra'],
    ['a model less', { ...engine, models: { detector: sampleModels.detector } }, 'embedding'],
    ['another pipeline', { ...engine, pipeline: '2' }, 'pipeline'],
    ['another engine', { ...engine, name: 'cloudauth' }, 'engine'],
  ])('is not %s', (_name, other, differing) => {
    const error = refusalOf(() => {
      assertCalibrationFits(sampleCalibration(), other);
    });
    expect(error.code).toBe('calibration.other-models');
    expect(error.data['differing']).toEqual([differing]);
  });

  it('is the pairs of image types it has a table for', () => {
    expect(tableFor(sampleCalibration(), 'FacePic', 'FacePic').pair).toBe('FacePic-FacePic');
    const error = refusalOf(() => tableFor(sampleCalibration(), 'FacePic', 'IDPic'));
    expect(error.code).toBe('calibration.pair-not-covered');
    expect(error.message).toContain('covers FacePic-FacePic');
  });

  it('does not depend on which photograph is the source', () => {
    expect(imagePairOf('IDPic', 'FacePic')).toBe(imagePairOf('FacePic', 'IDPic'));
  });
});
