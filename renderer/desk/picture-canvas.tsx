import { useEffect, useRef, type ReactNode } from 'react';

/** A decoded picture, drawn. Nothing of it stays behind when another comes or it goes. */
export const PictureCanvas = ({
  picture,
  label,
}: {
  readonly picture: ImageBitmap;
  readonly label: string;
}): ReactNode => {
  const ref = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const canvas = ref.current;
    const { width, height } = picture;
    // A picture that was let go has no size.
    if (canvas === null || width === 0) return undefined;
    Object.assign(canvas, { width, height });
    canvas.getContext('2d', { alpha: false })?.drawImage(picture, 0, 0);
    return () => {
      Object.assign(canvas, { width: 0, height: 0 });
    };
  }, [picture]);
  return <canvas ref={ref} role="img" aria-label={label} />;
};
