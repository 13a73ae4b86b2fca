import './SearchField.css';
import { useEffect, useRef } from 'preact/hooks';
import { ListIcon } from './ListIcon';

interface SearchFieldProps {
  /** «Поиск по чатам». */
  label: string;
  query: string;
  onQuery: (query: string) => void;
  /** Arrow down: on into the list. */
  onLeave: () => void;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type !== 'radio';
}

/** A field to search in a list: `/` leads here, Esc empties it, arrow down leads into the list. */
export function SearchField({ label, query, onQuery, onLeave }: SearchFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      // The same key types «.» in the Russian layout.
      if (event.key !== '/' && !(event.code === 'Slash' && !event.shiftKey)) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    document.addEventListener('keydown', focus);
    return () => document.removeEventListener('keydown', focus);
  }, []);
  return (
    <div class="search">
      <ListIcon name="search" />
      <input
        ref={field}
        type="search"
        aria-label={label}
        placeholder={label}
        aria-keyshortcuts="/"
        autocomplete="off"
        maxLength={200}
        value={query}
        onInput={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && query) {
            event.preventDefault();
            onQuery('');
          }
          if (event.key === 'ArrowDown') {
            event.preventDefault();
            onLeave();
          }
        }}
      />
    </div>
  );
}
