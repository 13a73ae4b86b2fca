import './Avatar.css';
import { useState } from 'preact/hooks';

interface AvatarProps {
  /** https address of a square picture, or `null`. */
  photo: string | null;
  /** Whose initials stand in for the picture. */
  name: string;
  size: 'small' | 'large';
  /** Round for people, with rounded corners for chats. */
  shape?: 'round' | 'square';
}

/** Whether an address may be shown as a photo: https alone. */
function isShowable(photo: string | null): photo is string {
  return photo !== null && URL.canParse(photo) && new URL(photo).protocol === 'https:';
}

/** First letters of the first two words, «МС»; empty where the name has no letter. */
export function initialsOf(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return words
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toLocaleUpperCase('ru');
}

/** A photo of fixed size, with initials beneath it until it is there and wherever it fails. Says nothing to a screen reader. */
export function Avatar({ photo, name, size, shape = 'round' }: AvatarProps) {
  const [failed, setFailed] = useState('');
  return (
    <span class={`avatar avatar-${size} avatar-${shape}`} aria-hidden="true">
      {initialsOf(name)}
      {isShowable(photo) && photo !== failed && (
        <img src={photo} alt="" referrerpolicy="no-referrer" decoding="async" onError={() => setFailed(photo)} />
      )}
    </span>
  );
}
