import './PastCalls.css';
import { useState } from 'preact/hooks';
import { words } from '@/lib/words';
import { CallTable, type CallTableProps } from './CallTable';

/** «Прошли»: what is over of this week, folded; drawn when it is unfolded. */
export function PastCalls({
  isFound,
  ...table
}: CallTableProps & { /** The person searched for them. */ isFound: boolean }) {
  const [isOpen, setIsOpen] = useState(false);
  const isShown = isOpen || isFound;
  return (
    <details class="calls-past" open={isShown} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{words('callsPast', table.rows.length)}</summary>
      {isShown && <CallTable {...table} />}
    </details>
  );
}
