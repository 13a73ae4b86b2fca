import './Guide.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Page } from '@/components/pages/Page';
import type { PageReasonsView } from '@/lib/messages/support';
import { words } from '@/lib/words';
import { type Entry, entries, guideLinks, paragraphKeys, titleKey } from './entries';
import { searchTexts } from './guideSearch';
import { PageReasons } from './PageReasons';

const texts = () =>
  entries.map((entry) => [titleKey(entry), ...paragraphKeys(entry)].map((key) => words(key)).join(' '));

interface GuideProps {
  /** The entry that was asked for, without `#`; empty for none. */
  anchor: string;
  /** What stands in the way on the open pages of diaries; `null`: not known yet. */
  reasons: readonly PageReasonsView[] | null;
}

/** What else goes wrong, with answers: searchable, offline, each entry with an anchor of its own. */
export function Guide({ anchor, reasons }: GuideProps) {
  const [query, setQuery] = useState('');
  const found = searchTexts(texts(), query).flatMap((index) => entries[index] ?? []);

  useEffect(() => {
    const target = anchor && document.getElementById(anchor);
    if (!target) return;
    target.scrollIntoView({ block: 'start' });
    target.querySelector('h2')?.focus();
  }, [anchor]);

  return (
    <Page narrow hasHelp>
      <h1>{words('help')}</h1>
      <p>{words('guideIntro')}</p>
      <search>
        <label class="guide-search">
          {words('guideSearch')}
          <input
            type="search"
            class="text-field"
            value={query}
            onInput={(event) => setQuery(event.currentTarget.value)}
          />
        </label>
      </search>
      <p class="guide-count" role="status">
        {query.trim() !== '' && (found.length > 0 ? words('guideFound', found.length) : words('guideNothing'))}
      </p>
      {query.trim() === '' && <Contents />}
      {found.map((entry) => (
        <Answer key={entry.id} entry={entry} isWanted={entry.id === anchor}>
          {entry.id === 'noButton' && <PageReasons pages={reasons} />}
        </Answer>
      ))}
    </Page>
  );
}

function Contents() {
  return (
    <nav class="guide-contents" aria-label={words('guideContents')}>
      <ul>
        {entries.map((entry) => (
          <li key={entry.id}>
            <a href={`#${entry.id}`}>{words(titleKey(entry))}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface AnswerProps {
  entry: Entry;
  isWanted: boolean;
  /** What is known of this very case, before what is so in general. */
  children: ComponentChildren;
}

function Answer({ entry, isWanted, children }: AnswerProps) {
  return (
    <section id={entry.id} class={isWanted ? 'guide-entry guide-wanted' : 'guide-entry'}>
      <h2 tabIndex={-1}>{words(titleKey(entry))}</h2>
      {children}
      {paragraphKeys(entry).map((key) => (
        <p key={key}>{words(key)}</p>
      ))}
      {entry.links.map((name) => (
        <p key={name}>
          <a href={guideLinks[name].address} target="_blank" rel="noopener noreferrer">
            {words(guideLinks[name].label)}
          </a>
        </p>
      ))}
    </section>
  );
}
