import type { Box, Page } from './driver/types.ts';

/** The labels of the menu's items in their order, ours as «Сферум». */
export function menuOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.side ul.menu:last-of-type > li')].map((item) =>
      item.querySelector('sferum-menu-item') ? 'Сферум' : (item.textContent ?? '').replace('?', ''),
    ),
  );
}

/** How often a script beside the page's own did what it does. */
export function meddled(page: Page, name: string): Promise<number> {
  return page.evaluate((key) => (window as unknown as { __meddled: Record<string, number> }).__meddled[key] ?? 0, name);
}

/** How many sections there are and where they stand. */
export function sectionsOf(page: Page): Promise<(string | null)[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('sferum-section')].map((host) => host.getAttribute('data-place')),
  );
}

/** The frame's place, and the window's height. */
export function frameOf(page: Page): Promise<{ frame: Box; window: number }> {
  return page.evaluate(() => {
    const frame = document.querySelector('sferum-section')?.shadowRoot?.querySelector('iframe');
    const { x = 0, y = 0, width = 0, height = 0 } = frame?.getBoundingClientRect() ?? {};
    return { frame: { x, y, width, height }, window: window.innerHeight };
  });
}

/** Which part of the frame's inside is seen, of a hundred places in it. */
export function seenPart(page: Page): Promise<number> {
  return page.evaluate(() => {
    const host = document.querySelector('sferum-section');
    const box = host?.shadowRoot?.querySelector('iframe')?.getBoundingClientRect();
    if (!box) return 0;
    let seen = 0;
    for (let at = 0; at < 100; at += 1) {
      const x = box.left + ((at % 10) + 0.5) * (box.width / 10);
      const y = box.top + (Math.floor(at / 10) + 0.5) * (box.height / 10);
      if (document.elementFromPoint(x, y) === host) seen += 1;
    }
    return seen / 100;
  });
}
