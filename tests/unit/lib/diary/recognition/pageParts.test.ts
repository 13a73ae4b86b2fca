// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { placeMarkupOf } from '@/lib/diary/page/markup';
import { findParts } from '@/lib/diary/recognition/pageParts';

const markup = placeMarkupOf('personalArea');
const fixture = readFileSync(join(import.meta.dirname, '../page/fixtures/personalArea.html'), 'utf8');

it('finds every part of the usual page, and what is ours', () => {
  document.body.innerHTML = /<body>([\s\S]*)<\/body>/.exec(fixture)?.[1] ?? '';
  const item = document.createElement('li');
  item.append(document.createElement('sferum-menu-item'));
  document.querySelector('ul.menu')?.append(item);
  document.querySelector('td.lesson')?.append(document.createElement('sferum-lesson'));
  expect(findParts(document, markup)).toEqual({
    menus: 1,
    menuItems: 9,
    sections: ['schedule', 'homework', 'portfolio', 'board', 'mail'],
    vendorItem: false,
    contentParent: true,
    content: true,
    ours: { menuItem: 1, corner: 0, lessons: 1 },
  });
});

it('finds nothing on another page', () => {
  document.body.innerHTML = '<h1>Вход</h1>';
  expect(findParts(document, markup)).toEqual({
    menus: 0,
    menuItems: 0,
    sections: [],
    vendorItem: false,
    contentParent: false,
    content: false,
    ours: { menuItem: 0, corner: 0, lessons: 0 },
  });
});
