/** A list whose newest line stays in view, unless somebody has scrolled up to read. */
import { useEffect, useRef, type RefObject, type UIEvent } from 'react';

/** Whoever has scrolled further up than this is reading. */
const NEAR_END_PX = 120;

interface NewestInView {
  readonly ref: RefObject<HTMLOListElement | null>;
  readonly onScroll: (event: UIEvent<HTMLElement>) => void;
}

export function useNewestInView(): NewestInView {
  const ref = useRef<HTMLOListElement>(null);
  const reading = useRef(false);
  useEffect(() => {
    const element = ref.current;
    if (element !== null && !reading.current) element.scrollTop = element.scrollHeight;
  });
  return {
    ref,
    onScroll({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) {
      reading.current = scrollHeight - scrollTop - clientHeight > NEAR_END_PX;
    },
  };
}
