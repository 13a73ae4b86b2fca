import type { Surface } from '../driver/types.ts';

interface Watched {
  lateRegions?: string[];
}

/** From now on every region that comes together with its text is noted: no screen reader reads it out. */
export function watchRegions(surface: Surface): Promise<void> {
  return surface.evaluate(() => {
    const world = window as unknown as Watched;
    if (world.lateRegions) return;
    const late: string[] = [];
    world.lateRegions = late;
    const look = (records: MutationRecord[]) => {
      for (const added of records.flatMap(({ addedNodes }) => [...addedNodes])) {
        if (!(added instanceof Element && added.isConnected)) continue;
        for (const region of [added, ...added.querySelectorAll('*')]) {
          const text = region.textContent?.trim();
          if (region.matches('[role=status]') && text) late.push(`comes with its text: «${text.slice(0, 60)}»`);
        }
      }
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true });
  });
}

/** What was noted until now. */
export function lateRegions(surface: Surface): Promise<string[]> {
  return surface.evaluate(() => {
    const world = window as unknown as Watched;
    return world.lateRegions?.splice(0) ?? [];
  });
}
