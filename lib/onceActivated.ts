/**
 * Resolves once the page is somebody's to see. One that the browser loads ahead of a click may never be: until then nothing is asked
 * for it, and the background would refuse it, since its frame is not its tab's own yet.
 */
export async function onceActivated(): Promise<void> {
  if ((document as { prerendering?: boolean }).prerendering)
    await new Promise((resolve) => document.addEventListener('prerenderingchange', resolve));
}
