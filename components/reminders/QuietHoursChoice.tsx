import { Check } from '@/components/controls/Check';
import type { WallMinutes } from '@/lib/diary/types';
import type { QuietHours } from '@/lib/reminders/settings';
import { formatMinutes, parseWallTime } from '@/lib/time';
import { words } from '@/lib/words';

/** A night, to begin with. */
const night: QuietHours = { from: 22 * 60, to: 7 * 60 };

interface QuietHoursChoiceProps {
  hours: QuietHours | null;
  onChange: (hours: QuietHours | null) => void;
}

/** «Не беспокоить»: from when to when. */
export function QuietHoursChoice({ hours, onChange }: QuietHoursChoiceProps) {
  return (
    <>
      <Check
        label={words('remindersQuiet')}
        isChecked={hours !== null}
        onChange={(isChecked) => onChange(isChecked ? night : null)}
      />
      {hours && (
        <div class="reminders-line reminders-quiet">
          <TimeField
            label={words('remindersQuietFrom')}
            minutes={hours.from}
            onChange={(from) => onChange({ ...hours, from })}
          />
          <TimeField
            label={words('remindersQuietTo')}
            minutes={hours.to}
            onChange={(to) => onChange({ ...hours, to })}
          />
        </div>
      )}
    </>
  );
}

interface TimeFieldProps {
  label: string;
  minutes: WallMinutes;
  onChange: (minutes: WallMinutes) => void;
}

function TimeField({ label, minutes, onChange }: TimeFieldProps) {
  return (
    <label class="reminders-time">
      {label}
      <input
        class="text-field"
        type="time"
        required
        value={formatMinutes(minutes)}
        onChange={(event) => {
          // Half a time, while it is typed, is none.
          const written = parseWallTime(event.currentTarget.value);
          if (written !== null) onChange(written);
        }}
      />
    </label>
  );
}
