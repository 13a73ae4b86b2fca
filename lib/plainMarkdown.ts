/** A piece of a line: as it is, or as code. */
export interface Piece {
  text: string;
  isCode: boolean;
}

/** A part of a text, in the few forms that our own documents have. */
export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; pieces: Piece[] }
  | { kind: 'paragraph'; pieces: Piece[] }
  | { kind: 'list'; items: Piece[][] }
  | { kind: 'table'; head: Piece[][]; rows: Piece[][][] };

/**
 * Reads headings, paragraphs, lists by `-` and tables; in a line `code`. Anything else stays the text it is: there is no markup that
 * could do more than be read.
 *
 * @example readMarkdown('# Title\n\nOne\nparagraph')
 */
export function readMarkdown(text: string): Block[] {
  return text
    .split(/\n\s*\n|\n(?=#)|(?<=^#[^\n]*)\n/m)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(readBlock);
}

function readBlock(part: string): Block {
  const heading = /^(#{1,3}) ([^\n]+)$/.exec(part);
  if (heading) return { kind: 'heading', level: levelOf(heading[1]), pieces: readPieces(heading[2] ?? '') };
  const lines = part.split('\n');
  const [head = '', rule = '', ...rows] = lines;
  if (lines.every((line) => line.startsWith('|')) && /^\|[-:| ]+$/.test(rule))
    return { kind: 'table', head: readRow(head), rows: rows.map(readRow) };
  if (part.startsWith('- ')) return { kind: 'list', items: part.slice(2).split(/\n- /).map(readPieces) };
  return { kind: 'paragraph', pieces: readPieces(part) };
}

function levelOf(marks: string | undefined): 1 | 2 | 3 {
  return marks === '#' ? 1 : marks === '##' ? 2 : 3;
}

function readRow(line: string): Piece[][] {
  return line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => readPieces(cell.trim()));
}

/** Every second part between back quotes is code; lines that only wrap are one. */
function readPieces(text: string): Piece[] {
  return text
    .replace(/\s*\n\s*/g, ' ')
    .split('`')
    .map((piece, index) => ({ text: piece, isCode: index % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}
