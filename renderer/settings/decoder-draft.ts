import type { CallReply, CallRequest } from '../../main/ipc/contract.ts';
import { linesOf, wholeOf } from './read-text.ts';

export type DecoderSettings = CallReply<'currentSettings'>['settings']['decoder'];
type DecoderToSave = NonNullable<CallRequest<'changeSettings'>['settings']['decoder']>;
type Library = Extract<DecoderSettings, { kind: 'library' }>;
type LaidOut = Extract<Library, { orientation: unknown }>;
export type DecoderKind = DecoderSettings['kind'];
export type DecoderShape = Library['shape'];

/** The kinds of decoder, the simplest first. */
export const decoderKinds = [
  'none',
  'command',
  'library',
] as const satisfies readonly DecoderKind[];

/** The functions makers export, which are the names of the shapes too. */
export const decoderShapes = [
  'unpack',
  'wlt2Bmp',
  'Huaxu_Wlt2Bmp',
  'GetBmp',
  'dewlt',
] as const satisfies readonly DecoderShape[];

export const orientations = [
  'upright',
  'bottom-up',
  'mirrored',
  'rotated-180',
] as const satisfies readonly LaidOut['orientation'][];

export const channelOrders = ['RGB', 'BGR'] as const satisfies readonly LaidOut['channelOrder'][];

/** Every kind of decoder at once, so that trying another kind loses nothing that was typed. */
export interface DecoderDraft {
  readonly kind: DecoderKind;
  readonly command: string;
  /** One per line. */
  readonly args: string;
  readonly shape: DecoderShape;
  readonly path: string;
  /** Empty for the usual name. */
  readonly symbol: string;
  /** Empty until somebody chooses: a wrong guess would compare a face that stands on its head. */
  readonly orientation: LaidOut['orientation'] | '';
  readonly channelOrder: LaidOut['channelOrder'] | '';
  readonly needsReader: boolean;
  readonly timeout: string;
}

/** Whether a decoder of this shape gives bare pixels, so that one must say how they lie. */
export const needsLayout = (shape: DecoderShape): shape is LaidOut['shape'] =>
  shape === 'unpack' || shape === 'wlt2Bmp';

/** What a library of this shape usually needs: `GetBmp` asks the reader for its number. */
export const usuallyNeedsReader = (shape: DecoderShape): boolean => shape === 'GetBmp';

/** Milliseconds a photo may take unless somebody says otherwise, as the schema has it. */
export const usualTimeout: Readonly<Record<Exclude<DecoderKind, 'none'>, string>> = {
  command: '10000',
  library: '5000',
};

const nothingTyped: DecoderDraft = {
  kind: 'none',
  command: '',
  args: '',
  shape: 'unpack',
  path: '',
  symbol: '',
  orientation: '',
  channelOrder: '',
  needsReader: false,
  timeout: usualTimeout.library,
};

export const decoderDraftOf = (decoder: DecoderSettings): DecoderDraft => {
  switch (decoder.kind) {
    case 'none':
      return nothingTyped;
    case 'command': {
      const { kind, command, args, needsReader, timeout } = decoder;
      const typed = { kind, command, args: args.join('\n'), needsReader };
      return { ...nothingTyped, ...typed, timeout: String(timeout) };
    }
    case 'library': {
      const { kind, shape, path, symbol, needsReader, timeout } = decoder;
      return {
        ...nothingTyped,
        ...{ kind, shape, path, needsReader },
        symbol: symbol === shape ? '' : symbol,
        timeout: String(timeout),
        ...('orientation' in decoder && {
          orientation: decoder.orientation,
          channelOrder: decoder.channelOrder,
        }),
      };
    }
  }
};

/**
 * The decoder a draft without problems describes.
 *
 * @param kept - what was edited: of a library of the same shape, what no field shows stays as it is.
 */
export const decoderIn = (draft: DecoderDraft, kept: DecoderSettings): DecoderToSave => {
  const { kind, shape, needsReader } = draft;
  const timeout = wholeOf(draft.timeout);
  if (kind === 'none') return { kind };
  if (kind === 'command')
    return { kind, command: draft.command.trim(), args: linesOf(draft.args), needsReader, timeout };
  const symbol = draft.symbol.trim() === '' ? shape : draft.symbol.trim();
  const common = { kind, path: draft.path.trim(), symbol, needsReader, timeout };
  switch (shape) {
    case 'unpack':
      return { ...keptOf(kept, shape), ...common, shape, ...layoutIn(draft) };
    case 'wlt2Bmp':
      return { ...keptOf(kept, shape), ...common, shape, ...layoutIn(draft) };
    case 'Huaxu_Wlt2Bmp':
      return { ...keptOf(kept, shape), ...common, shape };
    case 'GetBmp':
      return { ...keptOf(kept, shape), ...common, shape };
    case 'dewlt':
      return { ...keptOf(kept, shape), ...common, shape };
  }
};

const keptOf = <Shape extends DecoderShape>(
  kept: DecoderSettings,
  shape: Shape,
): Partial<Extract<Library, { shape: Shape }>> =>
  kept.kind === 'library' && kept.shape === shape
    ? (kept as Extract<Library, { shape: Shape }>)
    : {};

const layoutIn = ({
  orientation,
  channelOrder,
}: DecoderDraft): Pick<LaidOut, 'orientation' | 'channelOrder'> => {
  if (orientation === '' || channelOrder === '') throw new RangeError('The draft has problems.');
  return { orientation, channelOrder };
};
