/**
 * The names of references that people and their editors write: nearly all of HTML 4, signs of the keyboard. A number is
 * the code point of the name behind it; each further name is one more. The two thousand others of HTML are worth more in weight than
 * they are in homework: they stay as they are written.
 */
const list = `
  9 Tab NewLine 34 QUOT 38 AMP 33 excl quot num dollar percnt amp apos lpar rpar ast plus comma 46 period sol 60
  LT 62 GT 58 colon semi lt equals gt quest commat 91 lbrack 93 rbrack 91 lsqb bsol rsqb Hat lowbar grave 123
  lbrace 124 verbar 125 rbrace 123 lcub vert rcub 169 COPY 174 REG 160 nbsp iexcl cent pound curren yen brvbar
  sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo
  frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave
  Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute
  THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc
  iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml 338
  OElig oelig 352 Scaron scaron 376 Yuml 402 fnof 710 circ 732 tilde 913 Alpha Beta Gamma Delta Epsilon Zeta Eta
  Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho 931 Sigma Tau Upsilon Phi Chi Psi Omega 945 alpha beta gamma
  delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi
  omega 8194 ensp emsp emsp13 emsp14 8199 numsp puncsp thinsp hairsp ZeroWidthSpace zwnj zwj lrm rlm dash 8211
  ndash mdash horbar 8216 OpenCurlyQuote 8217 CloseCurlyQuote 8216 lsquo rsquo sbquo 8221 rdquor 8222 ldquor
  8220 ldquo rdquo bdquo 8224 dagger Dagger bull 8230 hellip 8240 permil 8242 prime Prime 8249 lsaquo rsaquo
  8254 oline 8260 frasl 8364 euro 8470 numero 8482 trade 8531 frac13 frac23 frac15 8539 frac18 frac38 frac58
  frac78 8592 larr uarr rarr darr harr 8629 crarr 8656 lArr uArr rArr dArr hArr 8704 forall 8706 part exist 8709
  empty 8711 nabla isin notin 8715 ni 8719 prod 8721 sum minus 8727 lowast 8730 radic 8733 prop infin 8736 ang
  8743 and or cap cup int 8756 there4 8764 sim 8773 cong 8776 approx 8776 asymp 8800 ne equiv nequiv 8804 leq
  8805 geq 8804 le ge 8834 sub sup nsub 8838 sube supe 8853 oplus 8855 otimes 8869 perp 8901 sdot 8968 lceil
  rceil lfloor rfloor 9674 loz 9733 starf star 9824 spades 9827 clubs 9829 hearts diams 10003 checkmark 10003
  check 10007 cross 10216 lang rang
`;

const codePoints = new Map<string, number>();
let next = 0;
for (const word of list.trim().split(/\s+/)) {
  if (/^\d/.test(word)) next = Number(word);
  else codePoints.set(word, next++);
}

/** Longer names are none of those that need no semicolon. */
const longestOld = 6;

/** What browsers take `&#128;` to `&#159;` for: programs of Windows write them so. */
const windows = new TextDecoder('windows-1252');

/**
 * Text of HTML as a browser shows it: named and numeric references become their signs.
 *
 * @param source between tags, or an attribute's value
 * @param isAttribute in `href="?a=1&copy=2"` a name without its semicolon is none
 */
export function decodeReferences(source: string, isAttribute = false): string {
  return source.replace(
    /&(?:#x([\da-f]+);?|#(\d+);?|([a-z][a-z\d]*)(;?))/gi,
    (written, hex?: string, decimal?: string, name = '', end = '', at = 0) => {
      if (hex !== undefined) return signOf(Number.parseInt(hex, 16));
      if (decimal !== undefined) return signOf(Number(decimal));
      const known = end ? codePoints.get(name) : undefined;
      if (known !== undefined) return String.fromCodePoint(known);
      const old = oldNameIn(name);
      if (!old) return written;
      const isWhole = old === name;
      if (isAttribute && (!isWhole || (!end && source[at + written.length] === '='))) return written;
      return String.fromCodePoint(codePoints.get(old) ?? 0) + written.slice(old.length + 1);
    },
  );
}

/** The longest beginning that is a name without a semicolon: those of the first HTML. */
function oldNameIn(name: string): string | null {
  for (let length = Math.min(longestOld, name.length); length > 1; length -= 1) {
    const code = codePoints.get(name.slice(0, length));
    const beginning = name.slice(0, length);
    if (code !== undefined && ((code >= 160 && code <= 255) || /^(?:quot|amp|[lg]t)$/i.test(beginning)))
      return beginning;
  }
  return null;
}

function signOf(code: number): string {
  if (code >= 128 && code < 160) return windows.decode(Uint8Array.of(code));
  const isNone = code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000);
  return isNone ? '\ufffd' : String.fromCodePoint(code);
}
