import { Tokenizer } from 'htmlparser2';

/** Elements whose content is not shown, as pages' readers skip them. */
export const unseen = /^(?:script|style|template|noscript|title|iframe|noembed|noframes|xmp|plaintext)$/;

/** What a reader of HTML hears of, as it is written; names in lower case. Every tag that is begun has an end. */
export interface Listener {
  onText: (written: string) => void;
  /** @param source the tag without its brackets */
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
  const between = (start: number, end: number) => html.slice(start, end);
  const ignore = () => undefined;
  const open = (end: number) => onOpen(name, attributes, between(begun, end));
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      ontext: (start, end) => onText(between(start, end)),
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
      onclosetag: (start, end) => onClose(between(start, end).toLowerCase()),
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
