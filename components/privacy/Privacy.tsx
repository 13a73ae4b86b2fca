import './Privacy.css';
import { Page } from '@/components/pages/Page';
import { type Block, type Piece, readMarkdown } from '@/lib/plainMarkdown';

/** What stays in the browser and what leaves it, as `PRIVACY.md` says it. */
export function Privacy({ text }: { text: string }) {
  return (
    <Page narrow>
      <div class="privacy">
        {readMarkdown(text).map((block, index) => (
          <BlockPicture key={index} block={block} />
        ))}
      </div>
    </Page>
  );
}

function BlockPicture({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading': {
      const Heading = `h${block.level}` as const;
      return (
        <Heading>
          <Pieces pieces={block.pieces} />
        </Heading>
      );
    }
    case 'paragraph':
      return (
        <p>
          <Pieces pieces={block.pieces} />
        </p>
      );
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={textOf(item)}>
              <Pieces pieces={item} />
            </li>
          ))}
        </ul>
      );
    case 'table':
      return (
        <div class="privacy-table">
          <table>
            <thead>
              <tr>
                {block.head.map((cell) => (
                  <th key={textOf(cell)} scope="col">
                    <Pieces pieces={cell} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row) => (
                <tr key={row.map(textOf).join('|')}>
                  {row.map((cell) => (
                    <td key={textOf(cell)}>
                      <Pieces pieces={cell} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
  }
}

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return <>{pieces.map(({ text, isCode }) => (isCode ? <code key={text}>{text}</code> : text))}</>;
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}
