import './Guide.css';
import { useEffect, useState } from 'preact/hooks';
import { Page } from '@/components/pages/Page';
import { words } from '@/lib/words';
import { type Entry, entries, guideLinks, paragraphKeys, titleKey } from './entries';
import { searchTexts } from './guideSearch';

const texts = () =>
  entries.map((entry) => [titleKey(entry), ...paragraphKeys(entry)].map((key) => words(key)).join(' '));

/**
 * What else goes wrong, with answers: searchable, offline, each entry with an anchor of its own.
 *
 * @param anchor the entry that was asked for, without `#`; empty for none
 */
export function Guide({ anchor }: { anchor: string }) {
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
        <Answer key={entry.id} entry={entry} isWanted={entry.id === anchor} />
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

function Answer({ entry, isWanted }: { entry: Entry; isWanted: boolean }) {
  return (
    <section id={entry.id} class={isWanted ? 'guide-entry guide-wanted' : 'guide-entry'}>
      <h2 tabIndex={-1}>{words(titleKey(entry))}</h2>
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
