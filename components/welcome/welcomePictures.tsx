import type { ComponentChildren } from 'preact';
import { words } from '@/lib/words';

/*
 * Drawings of what the extension adds to the diary, in the colours of the page around. What they show is said below each, so
 * they are decoration for those who do not see them.
 */

function Drawing({ children }: { children: ComponentChildren }) {
  return (
    <svg class="welcome-picture" viewBox="0 0 240 130" aria-hidden="true">
      <rect class="paper" x="1" y="1" width="238" height="128" rx="8" />
      {children}
    </svg>
  );
}

/** A lesson of the diary with «Подключиться» behind its subject. */
export function LessonPicture() {
  return (
    <Drawing>
      <path class="band" d="M1 9a8 8 0 0 1 8-8h222a8 8 0 0 1 8 8v21H1z" />
      <path class="line" d="M1 62h238M1 96h238M64 30v99" />
      {[42, 76, 110].map((y) => (
        <rect key={y} class="grey" x="12" y={y} width="38" height="7" rx="3" />
      ))}
      <rect class="grey" x="76" y="42" width="70" height="7" rx="3" />
      <rect class="grey" x="76" y="110" width="54" height="7" rx="3" />
      <rect class="accent" x="74" y="67" width="130" height="24" rx="6" />
      <text class="on-accent" x="139" y="84" text-anchor="middle">
        {words('join')}
      </text>
    </Drawing>
  );
}

/** The diary's menu with the section «Сферум» open beside it. */
export function SectionPicture() {
  return (
    <Drawing>
      <path class="line" d="M76 1v128" />
      {[16, 36, 56].map((y) => (
        <rect key={y} class="grey" x="14" y={y} width="48" height="7" rx="3" />
      ))}
      <rect class="accent" x="6" y="72" width="64" height="22" rx="5" />
      <text class="on-accent" x="38" y="88" text-anchor="middle">
        {words('menuLinked')}
      </text>
      {[14, 50, 86].map((y) => (
        <g key={y}>
          <circle class="face" cx="100" cy={y + 14} r="12" />
          <rect class="grey" x="122" y={y + 4} width="96" height="7" rx="3" />
          <rect class="grey" x="122" y={y + 18} width="64" height="7" rx="3" />
        </g>
      ))}
    </Drawing>
  );
}

/** Two people at one screen, one of them with a sign of attention. */
export function PeoplePicture() {
  return (
    <Drawing>
      <circle class="face" cx="78" cy="46" r="20" />
      <path class="face" d="M42 112c0-24 16-36 36-36s36 12 36 36z" />
      <circle class="grey" cx="164" cy="56" r="16" />
      <path class="grey" d="M134 112c0-20 13-30 30-30s30 10 30 30z" />
      <path class="accent" d="M206 12l22 38h-44z" />
      <text class="on-accent" x="206" y="45" text-anchor="middle">
        !
      </text>
    </Drawing>
  );
}
