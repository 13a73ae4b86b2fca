import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Block, type Piece, readMarkdown } from '@/lib/plainMarkdown';

const plain = (text: string): Piece[] => [{ text, isCode: false }];

test.each<[string, string, Block[]]>([
  ['nothing', ' \n\n', []],
  ['a heading', '# Кто', [{ kind: 'heading', level: 1, pieces: plain('Кто') }]],
  [
    'a heading with its text close to it',
    '## Кто\nтекст',
    [
      { kind: 'heading', level: 2, pieces: plain('Кто') },
      { kind: 'paragraph', pieces: plain('текст') },
    ],
  ],
  [
    'a text with a heading close to it',
    'текст\n### Кто',
    [
      { kind: 'paragraph', pieces: plain('текст') },
      { kind: 'heading', level: 3, pieces: plain('Кто') },
    ],
  ],
  ['lines that wrap', 'один\nабзац', [{ kind: 'paragraph', pieces: plain('один абзац') }]],
  [
    'code',
    '`a`, б',
    [
      {
        kind: 'paragraph',
        pieces: [
          { text: 'a', isCode: true },
          { text: ', б', isCode: false },
        ],
      },
    ],
  ],
  ['a list', '- один\n  и ещё\n- два', [{ kind: 'list', items: [plain('один и ещё'), plain('два')] }]],
  [
    'a table',
    '| Что | Где |\n|---|---|\n| а | б |',
    [{ kind: 'table', head: [plain('Что'), plain('Где')], rows: [[plain('а'), plain('б')]] }],
  ],
  [
    'markup of the web is text',
    '<img src=x onerror=a>',
    [{ kind: 'paragraph', pieces: plain('<img src=x onerror=a>') }],
  ],
])('%s', (_, text, expected) => {
  expect(readMarkdown(text)).toEqual(expected);
});

test('PRIVACY.md has no form that would be shown as signs', () => {
  const blocks = readMarkdown(readFileSync('PRIVACY.md', 'utf8'));
  expect(blocks.filter(({ kind }) => kind === 'table').length).toBeGreaterThan(1);
  const shown = JSON.stringify(blocks, (key, value) => (key === 'kind' ? undefined : value));
  expect(shown).not.toMatch(/\*\*|\]\(|\||`|(?:^|")(?:#|- )|\d\. /);
});
