import { arch, cpus } from 'node:os';
import { readFileSync } from 'node:fs';
import { listCandidatePorts } from '../serial/candidate-ports.ts';
import { discoverReader } from '../serial/discover-reader.ts';
import { isReaderError } from '../card/reader-error.ts';
import { checkDecoder } from '../photo/check-decoder.ts';
import type { Settings } from '../settings/settings.ts';
import { errorCheck, okCheck, type Check } from './doctor-check.ts';
import { withLocalEngine, type LocalEngineChoice } from './local-engine-session.ts';

/**
 * The processor, and whether it has AVX: without it the inference runtime dies of an illegal
 * instruction instead of saying why. Only Linux tells without a native helper.
 */
export const checkProcessor = (readFlags: () => string = readCpuInfo): Check => {
  const processor = `${cpus()[0]?.model ?? 'unknown'} × ${cpus().length}`;
  const flags = readFlags();
  if (arch() !== 'x64' || flags === '' || /\bavx\b/.test(flags))
    return okCheck('processor', processor);
  return {
    name: 'processor',
    state: 'problem',
    says: {
      en: `${processor} has no AVX, which the inference runtime needs. Use a newer computer.`,
      zh: `${processor} 不支持推理运行库所需的 AVX 指令集，请更换较新的电脑。`,
    },
  };
};

const readCpuInfo = (): string => {
  try {
    return readFileSync('/proc/cpuinfo', 'utf8');
  } catch {
    // No such file outside Linux: nothing is known, which is no problem.
    return '';
  }
};

/** Loads the models as a comparison would, and binds them to the chosen calibration. */
export const checkEngine = (compare: LocalEngineChoice): Promise<readonly Check[]> =>
  withLocalEngine(compare, ({ calibration }) =>
    Promise.resolve([
      okCheck('models', 'hashes as in the manifest; loaded and warm', '哈希与清单一致，已加载'),
      okCheck('calibration', calibration.id),
    ]),
  );

/** Tries the photo decoder on a made-up photo. */
export const checkDecoderSettings = async (settings: Settings['decoder']): Promise<Check> => {
  const { kind, verdict, problem } = await checkDecoder(settings);
  if (verdict === 'ready' || problem === undefined) return okCheck('decoder', kind);
  if (verdict === 'refused-test-photo')
    return okCheck(
      'decoder',
      `${kind}: it can be called (and refuses a made-up photo, as it should)`,
      `${kind}：可以调用（并按预期拒绝了测试照片）`,
    );
  return errorCheck('decoder', problem, verdict === 'not-set-up' ? 'note' : 'problem');
};

/** Lists the ports, and asks them for a reader. */
export const checkReaders = async (
  port: string,
  signal: AbortSignal,
): Promise<readonly Check[]> => {
  const paths = port === 'auto' ? (await listCandidatePorts()).map(({ path }) => path) : [port];
  const listed = okCheck('ports', paths.length === 0 ? '–' : paths.join(', '));
  const silent = new Map<string, Check>();
  try {
    const reader = await discoverReader({
      paths,
      signal,
      onAttempt: ({ path, failure }) => {
        // Each speed fails in the same way; once is enough.
        if (failure !== null && !silent.has(path))
          silent.set(path, errorCheck(path, failure, 'note'));
      },
    });
    const { path, baudRate, samId } = reader;
    return [
      listed,
      ...silent.values(),
      okCheck('reader', `${path}, ${baudRate} bps, SAM ${samId ?? '–'}`),
    ];
  } catch (caught) {
    if (!isReaderError(caught)) throw caught;
    return [
      listed,
      ...silent.values(),
      errorCheck('reader', caught, port === 'auto' ? 'note' : 'problem'),
    ];
  }
};
