import { useRef, useState } from 'preact/hooks';
import { SearchField } from '@/components/controls/SearchField';
import { ReadOut } from '@/components/pages/ReadOut';
import { Empty } from '@/components/parts/Empty';
import { Notice } from '@/components/parts/Notice';
import { Freshness } from '@/components/section/Freshness';
import { ListProblem, limitLeft } from '@/components/section/ListProblem';
import { Withheld } from '@/components/section/Withheld';
import { ZoneQuestion } from '@/components/zone/ZoneQuestion';
import { likelyZone, type SchoolZone } from '@/lib/diary/adding/zones';
import type { CallRow, CallsView } from '@/lib/messages/calls';
import { offsetAt } from '@/lib/time';
import { words } from '@/lib/words';
import { CallTable, CallTableHead } from './CallTable';
import { findCalls, partCalls, searchedFrom } from './findCalls';
import { PastCalls } from './PastCalls';

interface CallsProps {
  /** `null` while they are read for the first time. */
  view: CallsView | null;
  /** Age of what is shown, milliseconds. */
  age: number | null;
  /** It is being read again because the person wants it. */
  busy: boolean;
  /** Unix milliseconds on the corrected clock. */
  now: number;
  computerZone: string;
  onOpen: (row: CallRow, background: boolean) => void;
  onChat: (peerId: number, background: boolean) => void;
  onCalendar: (row: CallRow) => void;
  onTellZone: (zone: SchoolZone) => Promise<void>;
  onRetry: () => void;
  onMessenger: () => void;
  permissionAddress: string;
}

function CallsSkeleton() {
  return (
    <div>
      <span class="for-readers">{words('callsLoading')}</span>
      <table class="calls" aria-hidden="true">
        <CallTableHead />
        <tbody>
          <tr class="call-group">
            <th colSpan={6}>
              <span class="bone bone-line bone-short" />
            </th>
          </tr>
          {['first', 'second', 'third'].map((key) => (
            <tr key={key}>
              <td class="columnNumber" />
              <td class="columnName">
                <span class="bone bone-line bone-long" />
                <span class="bone bone-line" />
              </td>
              <td class="columnType">
                <span class="bone bone-line bone-long" />
              </td>
              <td class="columnStart">
                <span class="bone bone-line" />
              </td>
              <td class="columnEnd">
                <span class="bone bone-line" />
              </td>
              <td class="columnLink">
                <span class="bone bone-button" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The tab «Видеоконференции». */
export function Calls({
  view,
  age,
  busy,
  now,
  computerZone,
  onTellZone,
  onRetry,
  onMessenger,
  permissionAddress,
  ...opening
}: CallsProps) {
  const [query, setQuery] = useState('');
  const panel = useRef<HTMLDivElement>(null);
  const all = view?.rows ?? [];
  const isSearchable = all.length >= searchedFrom || query !== '';
  const found = findCalls(all, query);
  const { ahead, past } = partCalls(found, now);
  const isSearched = query !== '' && all.length > 0;
  const zonesDiffer = view?.rows.some(
    ({ start }) => start !== null && offsetAt(start, view.timeZone) !== offsetAt(start, computerZone),
  );
  const table = { now, computerZone, ...opening };
  const isAsking = view?.asking === true && view.rows.length === 0;
  // Nobody's calls may be shown, and why stands above: lessons with links of their own are there all the same.
  const isLessonsAlone = view?.withheld === true && view.rows.length > 0;
  return (
    <div class="calls-panel" ref={panel}>
      {(view === null || view.heldAt !== null || zonesDiffer || isSearchable) && (
        <div class="toolbar">
          {isSearchable && (
            <SearchField
              label={words('callsSearch')}
              query={query}
              onQuery={setQuery}
              onLeave={() => panel.current?.querySelector<HTMLElement>('tbody button')?.focus()}
            />
          )}
          {(zonesDiffer || !isSearchable) && <p class="toolbar-note">{zonesDiffer ? words('callsZone') : ''}</p>}
          <Freshness age={age} busy={busy} limitLeft={limitLeft(view?.problem, now)} onRefresh={onRetry} />
        </div>
      )}
      <ReadOut>
        {view?.problem && !isLessonsAlone && (
          <ListProblem
            problem={view.problem}
            now={now}
            onRetry={onRetry}
            onMessenger={onMessenger}
            permissionAddress={permissionAddress}
          />
        )}
        {view !== null && view.unreadable > 0 && (
          <Notice tone="calm">
            <p>{words('unreadableCalls', view.unreadable)}</p>
          </Notice>
        )}
        {view?.withheld && !isAsking && view.rows.length === 0 && !view.problem && <Withheld onRetry={onRetry} />}
      </ReadOut>
      {view?.isZoneAssumed && <ZoneQuestion likely={likelyZone(computerZone, now)} onTell={onTellZone} />}
      {(view === null || isAsking) && <CallsSkeleton />}
      <p class="for-readers" role="status">
        {isSearched && words('callsFound', found.length)}
      </p>
      {view !== null && !view.withheld && ahead.length === 0 && !isSearched && !view.problem && (
        <Empty heading={words('callsEmpty')} sentence={words('callsEmptyHow')} />
      )}
      {isSearched && found.length === 0 && (
        <Empty heading={words('chatsNotFound')} sentence={words('callsNotFoundHow')}>
          <button
            type="button"
            class="button"
            onClick={() => {
              setQuery('');
              // This button goes.
              panel.current?.querySelector('input')?.focus();
            }}
          >
            {words('chatsSearchClear')}
          </button>
        </Empty>
      )}
      {view !== null && ahead.length > 0 && (
        <CallTable rows={ahead} label={words('callsTable')} timeZone={view.timeZone} {...table} />
      )}
      {view !== null && past.length > 0 && (
        <PastCalls
          rows={past}
          label={words('callsPastTable')}
          countBefore={ahead.length}
          isFound={isSearched}
          timeZone={view.timeZone}
          {...table}
        />
      )}
    </div>
  );
}
