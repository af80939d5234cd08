/** Why there is no picture from a camera. */
export type CameraProblem = 'denied' | 'missing' | 'busy' | 'failed';

/** The names the Media Capture and Streams standard gives the failures of `getUserMedia`. */
const problems: Readonly<Record<string, CameraProblem>> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'missing',
  OverconstrainedError: 'missing',
  NotReadableError: 'busy',
};

/** What a failure to open the camera means to a person. */
export const cameraProblemOf = (caught: unknown): CameraProblem =>
  (caught instanceof Error ? problems[caught.name] : undefined) ?? 'failed';
