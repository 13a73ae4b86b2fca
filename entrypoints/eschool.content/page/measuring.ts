/**
 * Makes a way to measure the page once it is laid out, before it is painted. To measure at once would lay it out each time that
 * it renders itself anew, several times a frame.
 *
 * @param measure may change what stands in the page's body
 */
export function createMeasuring(measure: () => void): { soon: () => void; stop: () => void } {
  // What is observed anew is told of in the next frame, behind the layout. What changes below it then, below the root that is
  // all, others who observe it are still told of in the same frame; above, it would be an error in the page.
  const observer = new ResizeObserver(() => {
    observer.disconnect();
    measure();
  });
  return {
    soon: () => observer.observe(document.documentElement),
    stop: () => observer.disconnect(),
  };
}
