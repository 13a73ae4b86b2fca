import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { knownDiaries, shippedDiaries } from '@/lib/diary/diaries';
import { type MarkupName, markupNames, markupOf } from '@/lib/diary/page/markup';
import { findContentParent, findMenuPlace, menuLabel, readMenu } from '@/lib/diary/page/places';
import { countsOf, recognise } from '@/tests/run/probe/recognised';
import { readSaved } from '@/tests/run/probe/savedPage';

/** A page of each kind, and how much must be found on it: `fixtures/<name>.html`, as `npm run probe-diary -- … --write` prints it. */
const fixtures: Record<MarkupName, { hash: string; today: string; found: Record<string, number>; days: unknown }> = {
  personalArea: {
    hash: '#diary',
    today: '2026-11-23',
    found: { menus: 1, items: 9, contents: 1, contentParents: 1, heads: 5, rows: 3, knownCells: 20, sections: 5 },
    days: { view: 'diary', span: 'week', date: '2026-11-23' },
  },
};

describe.each(markupNames)('the markup %s', (name) => {
  const markup = markupOf(name);

  it('finds on its page exactly what stands there', () => {
    const { hash, today, found, days } = fixtures[name];
    const saved = readSaved(join(import.meta.dirname, `fixtures/${name}.html`), { hash, today });
    const recognised = recognise(saved, markup);
    const { menu, content } = recognised;
    if (!menu || !content) throw new Error('not found');
    expect(countsOf(recognised, saved.document, markup)).toEqual(found);
    expect(recognised.days).toEqual(days);
    expect(findContentParent(saved.document, markup)?.contains(content)).toBe(true);
    const { before } = findMenuPlace(readMenu(menu), markup);
    expect(before && menuLabel(before)).toBe(markup.sections.board.label);
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
