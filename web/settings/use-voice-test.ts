/** Plays one sentence of a voice; pressing again, or leaving, stops it. */
import { useEffect, useRef, useState } from 'react';

type VoiceTest = 'silent' | 'loading' | 'playing' | 'failed';

export function useVoiceTest(): { at: VoiceTest; toggle: (voice: string) => void } {
  const [at, setAt] = useState<VoiceTest>('silent');
  const playing = useRef<HTMLAudioElement>(undefined);
  useEffect(
    () => () => {
      playing.current?.pause();
      playing.current = undefined;
    },
    [],
  );
  const toggle = (voice: string): void => {
    if (playing.current !== undefined) {
      playing.current.pause();
      playing.current = undefined;
      setAt('silent');
      return;
    }
    const audio = new Audio(`/api/config/voice-test?voice=${encodeURIComponent(voice)}`);
    const become = (next: VoiceTest): void => {
      // What has been stopped or replaced says nothing any more.
      if (playing.current !== audio) return;
      setAt(next);
      if (next === 'silent' || next === 'failed') playing.current = undefined;
    };
    playing.current = audio;
    setAt('loading');
    audio.addEventListener('playing', () => become('playing'));
    audio.addEventListener('ended', () => become('silent'));
    audio.play().catch(() => become('failed'));
  };
  return { at, toggle };
}
