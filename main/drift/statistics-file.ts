import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { DriftError } from './drift-error.ts';
import { noStatistics, scoreStatisticsSchema, type ScoreStatistics } from './score-statistics.ts';

/** Where a station counts its scores: beside its settings. */
export const statisticsFile = (settingsFile: string): string =>
  join(dirname(settingsFile), 'score-statistics.json');

/**
 * Reads the statistics; no file yet means that nothing was counted.
 *
 * @throws DriftError `drift.file-unreadable`, `drift.file-invalid`.
 */
export const readStatistics = async (file: string): Promise<ScoreStatistics> => {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
    if (reason === 'ENOENT') return noStatistics;
    throw new DriftError('drift.file-unreadable', { file, reason }, { cause });
  }
  return parseStatistics(text, file);
};

const parseStatistics = (text: string, file: string): ScoreStatistics => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new DriftError('drift.file-invalid', { file, where: 'JSON', reason }, { cause });
  }
  const parsed = scoreStatisticsSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new DriftError('drift.file-invalid', {
    file,
    where: issue?.path.map(String).join('.') ?? '',
    reason: issue?.message ?? parsed.error.message,
  });
};

/**
 * Replaces the file; a crash or a full disk in the middle of it leaves the former one as it was.
 *
 * @throws DriftError `drift.not-written`.
 */
export const writeStatistics = async (file: string, statistics: ScoreStatistics): Promise<void> => {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFileAtomic(file, `${JSON.stringify(statistics)}\n`, { mode: 0o600 });
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw new DriftError('drift.not-written', { file, reason }, { cause });
  }
};
