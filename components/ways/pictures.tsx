import './pictures.css';
import type { ComponentChildren } from 'preact';
import { words } from '@/lib/words';

/*
 * Simple drawings of where to click, in the colours of the page around. What they show stands in words beside them, so
 * that all but the first are decoration for those who do not see them.
 */

function Picture({ height, label, children }: { height: number; label?: string; children: ComponentChildren }) {
  const viewBox = `0 0 240 ${height}`;
  return label ? (
    <svg class="ways-picture" viewBox={viewBox} role="img" aria-label={label}>
      {children}
    </svg>
  ) : (
    <svg class="ways-picture" viewBox={viewBox} aria-hidden="true">
      {children}
    </svg>
  );
}

/** A ring around what is to be clicked. */
function Ring({ x, y, width, height = 22 }: { x: number; y: number; width: number; height?: number }) {
  return <rect class="ring" x={x} y={y} width={width} height={height} rx={height / 2} />;
}

/** VK Мессенджер: the account's picture at the top right, and «Выйти» in its menu. */
export function AccountMenuPicture() {
  return (
    <Picture height={130} label={words('waysSignOutPicture')}>
      <rect class="paper" x="1" y="1" width="238" height="128" rx="8" />
      <path class="line" d="M1 34h238M80 34v95" />
      <rect class="grey" x="14" y="14" width="52" height="8" rx="4" />
      <rect class="grey" x="14" y="48" width="52" height="7" rx="3" />
      <rect class="grey" x="14" y="64" width="40" height="7" rx="3" />
      <rect class="grey" x="14" y="80" width="48" height="7" rx="3" />
      <circle class="face" cx="216" cy="18" r="10" />
      <Ring x={202} y={4} width={28} height={28} />
      <text class="number" x="186" y="24">
        1
      </text>
      <rect class="menu" x="126" y="42" width="104" height="66" rx="6" />
      <rect class="grey" x="138" y="54" width="64" height="7" rx="3" />
      <text class="label" x="140" y="91">
        {words('waysPictureSignOut')}
      </text>
      <Ring x={132} y={75} width={58} />
      <text class="number" x="198" y="92">
        2
      </text>
    </Picture>
  );
}

/** Firefox's toolbar with the piece of a puzzle. */
export function PuzzlePicture() {
  return (
    <Picture height={40}>
      <rect class="paper" x="1" y="1" width="238" height="38" rx="8" />
      <rect class="field" x="14" y="9" width="150" height="22" rx="11" />
      <path class="stroke" d="M180 16h5a3 3 0 1 1 6 0h5v5a3 3 0 1 1 0 6v4h-16v-4a3 3 0 1 0 0-6z" />
      <Ring x={172} y={5} width={32} height={30} />
      <path class="stroke" d="M214 15h14M214 20h14M214 25h14" />
    </Picture>
  );
}

/** The extension's line in the panel, its gear, and the menu behind it. */
export function ManagePicture() {
  return (
    <Picture height={84}>
      <rect class="paper" x="1" y="1" width="238" height="82" rx="8" />
      <rect class="face" x="14" y="12" width="18" height="18" rx="4" />
      <text class="label" x="40" y="26">
        {words('extensionShortName')}
      </text>
      <path class="stroke" d="M216 14v3M216 25v3M209 21h3M220 21h3M211 16l2 2M219 24l2 2M221 16l-2 2M213 24l-2 2" />
      <circle class="stroke" cx="216" cy="21" r="4" />
      <Ring x={202} y={7} width={28} height={28} />
      <rect class="menu" x="24" y="44" width="206" height="30" rx="6" />
      <text class="label" x="40" y="64">
        {words('waysPictureManage')}
      </text>
      <Ring x={30} y={48} width={194} />
    </Picture>
  );
}

/** The line «Запуск в приватных окнах» with «Разрешить». */
export function RunInPrivatePicture() {
  return (
    <Picture height={66}>
      <rect class="paper" x="1" y="1" width="238" height="64" rx="8" />
      <text class="label" x="14" y="24">
        {words('waysPictureRun')}
      </text>
      <circle class="stroke" cx="24" cy="46" r="6" />
      <circle class="face" cx="24" cy="46" r="3" />
      <text class="label" x="38" y="50">
        {words('waysPictureAllow')}
      </text>
      <Ring x={12} y={35} width={108} />
    </Picture>
  );
}

/** A text in two lines, broken where they come out most alike. */
function inTwoLines(text: string): [string, string] {
  const breaks = [...text.matchAll(/ /g)].map(({ index }) => index);
  const middle = breaks.toSorted(
    (one, other) => Math.abs(one - text.length / 2) - Math.abs(other - text.length / 2),
  )[0];
  return middle === undefined ? [text, ''] : [text.slice(0, middle), text.slice(middle + 1)];
}

/** Chrome's switch «Разрешить использование в режиме инкогнито». */
export function IncognitoPicture() {
  const [first, second] = inTwoLines(words('waysPictureIncognito'));
  return (
    <Picture height={56}>
      <rect class="paper" x="1" y="1" width="238" height="54" rx="8" />
      <text class="label" x="14" y="24">
        {first}
      </text>
      <text class="label" x="14" y="42">
        {second}
      </text>
      <rect class="face" x="203" y="21" width="26" height="14" rx="7" />
      <circle class="paper" cx="222" cy="28" r="5" />
      <Ring x={199} y={16} width={34} height={24} />
    </Picture>
  );
}
