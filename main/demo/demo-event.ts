import type { WitnessError } from '../errors/witness-error.ts';
import type { DemoSceneId } from './demo-scenes.ts';

/** What happens at the demonstration's counter. Never holds anything of a card. */
export type DemoEvent =
  /** Somebody new stands there: the camera sees the pictures of this scene from now on. */
  | { readonly type: 'scene-began'; readonly scene: DemoSceneId }
  /** The guest has gone. */
  | { readonly type: 'scene-ended' }
  | { readonly type: 'card-placed' | 'card-lifted' | 'plugged-in' | 'unplugged' }
  /** A scene could not go on. */
  | { readonly type: 'failed'; readonly error: WitnessError };

export type DemoListener = (event: DemoEvent) => void;
