import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A screen reader takes so long to learn of a region that has just come, milliseconds. */
const untilKnown = 100;

/**
 * Where something is said that comes or changes: screen readers read it out, and the focus stays where it is. What comes together
 * with its region is not read, so the region stands before its text, also where nothing is said yet.
 */
export function ReadOut({ children }: { children: ComponentChildren }) {
  const [isKnown, setKnown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setKnown(true), untilKnown);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class="read-out" role="status" aria-atomic="false">
      {isKnown && children}
    </div>
  );
}
