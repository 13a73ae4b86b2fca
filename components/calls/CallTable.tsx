import './CallTable.css';
import { Fragment } from 'preact';
import { ListIcon } from '@/components/controls/ListIcon';
import type { CallRow } from '@/lib/messages/calls';
import { civilDateOf } from '@/lib/time';
import { type MessageKey, words } from '@/lib/words';
import { CallActions } from './CallActions';
import { CallLink } from './CallLink';
import { CallTime } from './CallTime';
import { groupCalls } from './groups';

export interface CallTableProps {
  rows: readonly CallRow[];
  label: string;
  /** So many rows stand in the table before this one. */
  countBefore?: number;
  /** Unix milliseconds on the corrected clock. */
  now: number;
  /** The diary's zone. */
  timeZone: string;
  computerZone: string;
  onOpen: (row: CallRow, background: boolean) => void;
  /** Opens the chat of a call that has no link. */
  onChat: (peerId: number, background: boolean) => void;
  /** Puts the call into the person's calendar. */
  onCalendar: (row: CallRow) => void;
}

const columns: MessageKey[] = ['columnNumber', 'columnName', 'columnType', 'columnStart', 'columnEnd', 'columnLink'];

/** The head of the table; also above its skeleton. */
export function CallTableHead() {
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col" class={column}>
            {words(column)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function CallName({ row, id }: { row: CallRow; id: string }) {
  const chatTitle = row.chat?.title;
  const name = row.name || words('callUntitled');
  const more = [
    row.origin !== null && words(`linkFrom_${row.origin}`),
    row.recurrence !== 'never' && words(`repeat_${row.recurrence}`),
    row.caller && words('callCaller', row.caller),
    chatTitle && chatTitle !== row.name && words('callChat', chatTitle),
  ].filter((text) => typeof text === 'string' && text !== '');
  return (
    <>
      <span class="call-name clamped" id={id} title={name}>
        {name}
      </span>
      {row.live && <span class="tag tag-good">{words('callLive')}</span>}
      {row.service !== null && row.service !== 'vk' && <span class="tag">{words(`service_${row.service}`)}</span>}
      {more.length > 0 && (
        <span class="call-more" title={more.join(', ')}>
          {row.recurrence !== 'never' && <ListIcon name="repeat" />}
          {more.join(' · ')}
        </span>
      )}
    </>
  );
}

/** Videoconferences as a table by day; as cards where it is narrow. */
export function CallTable({ rows, label, countBefore = 0, now, ...rest }: CallTableProps) {
  const { timeZone, computerZone, onOpen, onChat, onCalendar } = rest;
  let number = countBefore;
  const isOtherDay = (instant: number | null, than: number | null) =>
    instant !== null && than !== null && civilDateOf(instant, timeZone) !== civilDateOf(than, timeZone);
  return (
    <table class="calls">
      <caption class="for-readers">{label}</caption>
      <CallTableHead />
      {groupCalls(rows, now, timeZone).map((group) => (
        <Fragment key={group.key}>
          <tbody>
            <tr class="call-group">
              <th colSpan={columns.length} scope="rowgroup">
                {group.heading}
              </th>
            </tr>
            {group.rows.map((row) => {
              number += 1;
              const nameId = `call-${number}`;
              const time = { now, timeZone, computerZone };
              return (
                <tr key={`${row.id} ${row.start}`} class={row.live ? 'call-live' : undefined}>
                  <td class="columnNumber">{number}</td>
                  <td class="columnName">
                    <CallName row={row} id={nameId} />
                  </td>
                  <td class="columnType">{words(row.type === 'lesson' ? 'callTypeLesson' : 'callTypeCall')}</td>
                  <td class="columnStart" data-label={words('columnStart')}>
                    <CallTime
                      instant={row.start}
                      withDay={group.key === 'now' && isOtherDay(row.start, now)}
                      {...time}
                    />
                  </td>
                  <td class="columnEnd" data-label={words('columnEnd')}>
                    <CallTime instant={row.end} withDay={isOtherDay(row.end, row.start)} {...time} />
                  </td>
                  <td class="columnLink">
                    <div class="call-actions">
                      <CallLink
                        row={row}
                        now={now}
                        timeZone={timeZone}
                        describedBy={nameId}
                        onOpen={onOpen}
                        onChat={onChat}
                      />
                      <CallActions row={row} now={now} describedBy={nameId} onCalendar={onCalendar} />
                    </div>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </Fragment>
      ))}
    </table>
  );
}
