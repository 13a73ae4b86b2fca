// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { knownDiaries, shippedDiaries } from '@/lib/diary/diaries';
import { type MarkupName, markupNames, markupOf } from '@/lib/diary/page/markup';
import { findContent, findContentParent, findMenuPlace, findMenus, menuItems } from '@/lib/diary/page/places';
import { readShownDays, readShownView } from '@/lib/diary/page/shownDays';
import { copied } from './copied';

/** A page of each kind, and how much must be found on it: `fixtures/<name>.html`. */
const fixtures: Record<MarkupName, { today: string; found: Record<string, number>; days: unknown }> = {
  personalArea: {
    today: '2026-11-23',
    found: { menus: 1, items: 9, contents: 1, contentParents: 1, heads: 5, rows: 3, knownCells: 20, sections: 5 },
    days: { view: 'diary', span: 'week', date: '2026-11-23' },
  },
};

function load(name: MarkupName): void {
  const html = readFileSync(join(import.meta.dirname, `fixtures/${name}.html`), 'utf8');
  document.body.innerHTML = /<body>([\s\S]*)<\/body>/.exec(html)?.[1] ?? '';
}

describe.each(markupNames)('the markup %s', (name) => {
  const markup = markupOf(name);

  it('finds on its page exactly what stands there', () => {
    load(name);
    const { found, today, days } = fixtures[name];
    const [menu] = findMenus(document, markup);
    const content = findContent(document, markup);
    if (!menu || !content) throw new Error('not found');
    const shown = readShownView(copied(content), '', today, markup);
    const links = [...menu.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '');
    const count = (selectors: readonly string[]) => document.querySelectorAll(selectors[0] ?? '').length;
    expect({
      menus: count(markup.menus),
      items: menuItems(menu).length,
      contents: count(markup.contents),
      contentParents: count(markup.contentParents),
      heads: shown.heads.length,
      rows: shown.rows.length,
      knownCells: shown.rows.flatMap(({ cells }) => cells).filter(({ kind }) => kind !== 'unknown').length,
      sections: Object.values(markup.sections).filter(({ hash }) => links.includes(hash)).length,
    }).toEqual(found);
    expect(findContentParent(document, markup)?.contains(content)).toBe(true);
    expect(findMenuPlace(menu, markup).before?.textContent).toContain('Доска');
    expect(readShownDays(shown, '#diary', today, markup)).toEqual(days);
  });

  it('says its labels in the form in which they are compared', () => {
    const labels = [
      ...Object.values(markup.sections).map(({ label }) => label),
      ...markup.vendorItems,
      ...markup.vendorLinking,
      ...markup.rowLabels,
      ...markup.nothing,
      markup.vendorJoin,
    ];
    for (const label of labels) expect(label).toBe(label.toLowerCase().replace(/\s+/g, '').replaceAll('ё', 'е'));
  });
});

it('every diary names a markup that is there', () => {
  for (const { markup } of [...shippedDiaries, ...knownDiaries]) expect(markupNames).toContain(markup);
});
