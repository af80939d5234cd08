import type { Sentence } from '../errors/witness-error.ts';
import { DemoError } from './demo-error.ts';
import type { DemoViewName } from './demo-views.ts';
import type { CardTraits } from './invented-card.ts';

/** Something that can happen at a counter, to be played without hardware. */
export interface DemoScene extends CardTraits {
  readonly id: string;
  /** A few words, for a button. */
  readonly label: Sentence;
  /** What is to be expected of it. */
  readonly outcome: Sentence;
  /** The photo in the chip: the holder's, or one the holder has hardly resembled since. */
  readonly photo: 'clear' | 'doubtful';
  /** What the camera sees. */
  readonly view: DemoViewName;
  /** What goes wrong with card or reader. */
  readonly mishap?: 'card-lifted' | 'reader-unplugged';
}

/** A visit in which all is in order. */
const ordinary = {
  holder: 'adult',
  validity: 'valid',
  photo: 'clear',
  view: 'holder',
} as const satisfies Partial<DemoScene>;

/** The scenes in the order in which somebody new to the station would play them. */
export const demoScenes = [
  {
    ...ordinary,
    id: 'pass',
    label: { en: 'The holder of the card', zh: '持卡人本人' },
    outcome: { en: 'The guest passes.', zh: '核验通过。' },
  },
  {
    ...ordinary,
    id: 'fail',
    label: { en: 'Another person with the card', zh: '他人持该证件' },
    outcome: { en: 'The guest does not pass.', zh: '核验不通过。' },
    view: 'otherPerson',
  },
  {
    ...ordinary,
    id: 'review',
    label: { en: 'A holder who has changed much', zh: '与证件照差异较大' },
    outcome: {
      en: 'The score is too low to pass and too high to fail: a person decides.',
      zh: '分数处于通过与不通过之间，转人工复核。',
    },
    photo: 'doubtful',
  },
  {
    ...ordinary,
    id: 'nobody',
    label: { en: 'Nobody before the camera', zh: '摄像头前无人' },
    outcome: { en: 'The station asks for the guest.', zh: '提示客人站到摄像头前。' },
    view: 'nobody',
  },
  {
    ...ordinary,
    id: 'two-faces',
    label: { en: 'Two people before the camera', zh: '两人同时入镜' },
    outcome: { en: 'The station asks for one person only.', zh: '提示只保留一人。' },
    view: 'twoPeople',
  },
  {
    ...ordinary,
    id: 'expired',
    label: { en: 'A card that has expired', zh: '证件已过期' },
    outcome: {
      en: 'No photograph is taken: a person decides.',
      zh: '不进入拍照环节，直接转人工处理。',
    },
    validity: 'expired',
  },
  {
    ...ordinary,
    id: 'minor',
    label: { en: 'A child under 14', zh: '未满十四周岁' },
    outcome: { en: 'A guardian has to agree.', zh: '需要监护人同意。' },
    holder: 'child',
  },
  {
    ...ordinary,
    id: 'lifted-early',
    label: { en: 'The card is lifted too early', zh: '证件提前拿开' },
    outcome: { en: 'The station asks for the card again.', zh: '提示重新放置证件。' },
    mishap: 'card-lifted',
  },
  {
    ...ordinary,
    id: 'reader-unplugged',
    label: { en: 'The reader is unplugged and comes back', zh: '读卡器断开后恢复' },
    outcome: {
      en: 'The station says so, waits, and then receives the guest.',
      zh: '提示读卡器断开，恢复后继续接待客人。',
    },
    mishap: 'reader-unplugged',
  },
] as const satisfies readonly DemoScene[];

export type DemoSceneId = (typeof demoScenes)[number]['id'];

/** @throws DemoError `demo.unknown-scene`. */
export const findScene = (id: string): DemoScene & { readonly id: DemoSceneId } => {
  const scene = demoScenes.find((candidate) => candidate.id === id);
  if (scene !== undefined) return scene;
  throw new DemoError('demo.unknown-scene', {
    scene: id,
    scenes: demoScenes.map((candidate) => candidate.id),
  });
};
