import { useEffect, useRef, type ReactNode } from 'react';

/** The camera's picture as a mirror, with an outline to bring the face to. */
export const CameraView = ({
  stream,
  isComparing,
  onVideo,
}: {
  readonly stream: MediaStream;
  readonly isComparing: boolean;
  /** Told of the element while it shows the stream, for taking frames from it. */
  readonly onVideo: (video: HTMLVideoElement | null) => void;
}): ReactNode => {
  const ref = useRef<HTMLVideoElement>(null);
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
  return (
    <div className={isComparing ? 'camera camera-comparing' : 'camera'}>
      <video ref={ref} autoPlay muted playsInline aria-hidden="true" />
      <svg className="camera-guide" viewBox="0 0 400 300" aria-hidden="true">
        <ellipse cx="200" cy="150" rx="84" ry="112" />
      </svg>
    </div>
  );
};
