import type { CameraProblem } from '../../../renderer/camera/camera-problem.ts';

export const size = { width: 1280, height: 960 } as const;

/** Where the drawn head is, in shares of the frame. */
const head = { x: 0.5, y: 0.46, rx: 0.125, ry: 0.225 } as const;

/** The outline a station would see around the drawn head. */
export const headOutline = Array.from({ length: 36 }, (_, index) => {
  const turn = (index / 36) * 2 * Math.PI;
  return { x: head.x + head.rx * Math.cos(turn), y: head.y + head.ry * Math.sin(turn) };
});

/** The failures that mean each problem. */
const failures: Readonly<Record<CameraProblem, string>> = {
  denied: 'NotAllowedError',
  missing: 'NotFoundError',
  busy: 'NotReadableError',
  failed: 'AbortError',
};

/** Gives the page a drawn person in place of a camera, or a camera that does not open. */
export const standInForCamera = (problem: CameraProblem | undefined): void => {
  const open = (): Promise<MediaStream> => {
    if (problem !== undefined) return Promise.reject(new DOMException('', failures[problem]));
    const canvas = document.createElement('canvas');
    Object.assign(canvas, size);
    const context = canvas.getContext('2d')!;
    const draw = (): void => {
      drawPerson(context);
    };
    draw();
    setInterval(draw, 200);
    return Promise.resolve(canvas.captureStream(10));
  };
  Object.defineProperty(navigator.mediaDevices, 'getUserMedia', { value: open });
};

/** Draws head and shoulders of nobody, in the size of a camera frame. */
export const drawPerson = (
  context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D,
): void => {
  const { width, height } = size;
  const wall = context.createLinearGradient(0, 0, width, height);
  wall.addColorStop(0, '#c9d2d2');
  wall.addColorStop(1, '#93a2a4');
  context.fillStyle = wall;
  context.fillRect(0, 0, width, height);
  const ellipse = (x: number, y: number, rx: number, ry: number, colour: string): void => {
    context.fillStyle = colour;
    context.beginPath();
    context.ellipse(x * width, y * height, rx * width, ry * height, 0, 0, 2 * Math.PI);
    context.fill();
  };
  ellipse(0.5, 1.02, 0.3, 0.33, '#2f5560');
  ellipse(0.5, 0.66, 0.065, 0.16, '#b98e70');
  ellipse(0.5, 0.4, 0.14, 0.23, '#2a2320');
  ellipse(head.x, head.y, head.rx, head.ry, '#d0a787');
  ellipse(0.5, 0.265, 0.118, 0.075, '#2a2320');
  ellipse(0.455, 0.44, 0.014, 0.012, '#2a2320');
  ellipse(0.545, 0.44, 0.014, 0.012, '#2a2320');
  ellipse(0.5, 0.53, 0.012, 0.014, '#b98566');
  ellipse(0.5, 0.592, 0.035, 0.01, '#a05f52');
};
