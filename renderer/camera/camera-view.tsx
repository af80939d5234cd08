import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { FrameAdvice } from '../../main/ipc/stage-schema.ts';
import { classNames } from '../parts/class-names.ts';
import styles from './camera-view.module.css';
import type { FrameSize } from './frame-size.ts';
import { useOutlinePath } from './use-outline-path.ts';

/** Until the first picture is there. */
const commonSize: FrameSize = { width: 1280, height: 960 };

/**
 * The camera's picture as a mirror, an oval to bring the face to, and the outline of the face the
 * station sees. Drawing and picture are scaled and mirrored together, so they always fit.
 */
export const CameraView = ({
  stream,
  advice,
  isComparing,
  label,
  onVideo,
}: {
  readonly stream: MediaStream;
  readonly advice: FrameAdvice | undefined;
  readonly isComparing: boolean;
  readonly label: string;
  /** Told of the element while it shows the stream, for taking frames from it. */
  readonly onVideo: (video: HTMLVideoElement | null) => void;
}): ReactNode => {
  const ref = useRef<HTMLVideoElement>(null);
  const [size, setSize] = useState(commonSize);
  useEffect(() => {
    const video = ref.current;
    if (video === null) return undefined;
    video.srcObject = stream;
    onVideo(video);
    return () => {
      onVideo(null);
      video.srcObject = null;
    };
  }, [stream, onVideo]);
  const isGood = advice?.instruction === 'good';
  return (
    <div className={classNames(styles['view'], isComparing && styles['comparing'])}>
      <video
        ref={ref}
        autoPlay
        muted
        playsInline
        aria-label={label}
        className={styles['video']}
        onResize={({ currentTarget: { videoWidth, videoHeight } }) => {
          if (videoWidth > 0) setSize({ width: videoWidth, height: videoHeight });
        }}
      />
      <Guide size={size} advice={advice} isGood={isGood || isComparing} />
    </div>
  );
};

/** Where the face belongs, in shares of the frame's height: as high as a head and shoulders leave. */
const oval = { middle: 0.48, halfHeight: 0.35, halfWidth: 0.265 } as const;

const Guide = ({
  size,
  advice,
  isGood,
}: {
  readonly size: FrameSize;
  readonly advice: FrameAdvice | undefined;
  readonly isGood: boolean;
}): ReactNode => {
  const { width, height } = size;
  const outline = useOutlinePath(advice?.outline, size);
  const x = width / 2;
  const y = height * oval.middle;
  const rx = height * oval.halfWidth;
  const ry = height * oval.halfHeight;
  const hole = `M${x - rx} ${y}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0z`;
  return (
    <svg
      className={classNames(styles['guide'], isGood && styles['good'])}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
    >
      <path
        className={styles['dim']}
        fillRule="evenodd"
        d={`M${-width} ${-height}h${3 * width}v${3 * height}h${-3 * width}z${hole}`}
      />
      <path className={styles['oval']} d={hole} />
      <path className={styles['halo']} d={hole} />
      <path ref={outline} className={styles['outline']} />
    </svg>
  );
};
