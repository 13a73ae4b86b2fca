import { Tokenizer } from 'htmlparser2';

/** Elements whose content is not shown, as pages' readers skip them. */
export const unseen = /^(?:script|style|template|noscript|title|iframe|noembed|noframes|xmp|plaintext)$/;

/** What a reader of HTML hears of, as it is written; names in lower case. */
export interface Listener {
  /** @param hidden the element that it is in, where that is not shown */
  onText: (written: string, hidden?: string) => void;
  /**
   * Also of an element that is not shown, but of nothing in it, nor of its end: what looks like an element there is text, or of a
   * document of its own.
   *
   * @param source the tag without its brackets
   */
  onOpen: (name: string, attributes: ReadonlyMap<string, string>, source: string) => void;
  onClose: (name: string) => void;
}

/** Takes HTML apart, in one go whatever it is; comments are passed over. References are the listener's to decode. */
export function readTokens(html: string, { onText, onOpen, onClose }: Listener): void {
  let name = '';
  let begun = 0;
  let attribute = '';
  let value = '';
  let attributes = new Map<string, string>();
  /** The element that is not shown, and how deep it is nested in itself. */
  let hidden: { name: string; depth: number } | null = null;
  const between = (start: number, end: number) => html.slice(start, end);
  const ignore = () => undefined;
  const open = (end: number) => {
    if (hidden?.name === name) hidden.depth += 1;
    if (hidden) return;
    onOpen(name, attributes, between(begun, end));
    if (unseen.test(name)) hidden = { name, depth: 1 };
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      ontext: (start, end) => onText(between(start, end), hidden?.name),
      onopentagname(start, end) {
        name = between(start, end).toLowerCase();
        begun = start;
        attributes = new Map();
      },
      onattribname(start, end) {
        attribute = between(start, end).toLowerCase();
        value = '';
      },
      onattribdata(start, end) {
        value += between(start, end);
      },
      onattribend() {
        // Of two a browser takes the first.
        if (!attributes.has(attribute)) attributes.set(attribute, value);
      },
      onopentagend: open,
      onselfclosingtag: open,
      onclosetag(start, end) {
        const closed = between(start, end).toLowerCase();
        if (hidden?.name === closed) hidden.depth -= 1;
        else if (!hidden) onClose(closed);
        if (hidden?.depth === 0) hidden = null;
      },
      oncomment: ignore,
      oncdata: ignore,
      ondeclaration: ignore,
      onprocessinginstruction: ignore,
      onend: ignore,
      ontextentity: ignore,
      onattribentity: ignore,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
}
