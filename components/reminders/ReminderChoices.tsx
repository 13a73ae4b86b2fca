import './ReminderChoices.css';
import { Check } from '@/components/controls/Check';
import { Notice } from '@/components/parts/Notice';
import type { RemindersView } from '@/lib/messages/reminders';
import { leads, type ReminderSettings } from '@/lib/reminders/settings';
import { words } from '@/lib/words';
import { QuietHoursChoice } from './QuietHoursChoice';

interface ReminderChoicesProps {
  view: RemindersView;
  /** The browser has just refused to show notifications. */
  isRefused: boolean;
  /** The example was asked for, and whether the browser took it; `null`: not asked for. */
  isShown: boolean | null;
  /** In the click itself: the browser asks the person. */
  onSwitch: (areOn: boolean) => void;
  onChoose: (changes: Partial<ReminderSettings>) => void;
  onTry: () => void;
}

/** Reminders: off until they are switched on; then when they come and what they may say. And the badge. */
export function ReminderChoices(props: ReminderChoicesProps) {
  const { view, isRefused, onSwitch, onChoose } = props;
  const { settings, isWithdrawn, isPrivate } = view;
  if (isPrivate) return <p>{words('remindersPrivate')}</p>;
  return (
    <>
      <p>{words('remindersIntro')}</p>
      <div role="status">
        {settings.areOn && <p class="strong">{words('remindersAreOn')}</p>}
        {!settings.areOn && (isRefused || isWithdrawn) && (
          <Notice tone="warning">
            <p>{words(isRefused ? 'remindersRefused' : 'remindersWithdrawn')}</p>
          </Notice>
        )}
      </div>
      <div class="actions">
        <button
          type="button"
          class={settings.areOn ? 'button' : 'button button-main'}
          onClick={() => onSwitch(!settings.areOn)}
        >
          {words(settings.areOn ? 'remindersOff' : 'remindersOn')}
        </button>
      </div>
      {settings.areOn && <Choices {...props} />}
      <Check
        label={words('remindersBadge')}
        hint={words('remindersBadgeHint')}
        isChecked={settings.hasBadge}
        onChange={(hasBadge) => onChoose({ hasBadge })}
      />
    </>
  );
}

function Choices({ view: { settings, withoutZone }, isShown, onChoose, onTry }: ReminderChoicesProps) {
  return (
    <>
      {withoutZone.length > 0 && (
        <Notice tone="warning">
          <p>{words('remindersWithoutZone', withoutZone.join(', '))}</p>
        </Notice>
      )}
      <p class="pale">{words('remindersReach')}</p>
      <fieldset class="reminders-group">
        <legend>{words('remindersBefore')}</legend>
        <div class="reminders-line">
          {[...leads, null].map((lead) => (
            <label key={lead} class="choice">
              <input
                type="radio"
                name="reminders-lead"
                checked={settings.minutesBefore === lead}
                onChange={() => onChoose({ minutesBefore: lead })}
              />
              {lead === null ? words('remindersNotBefore') : words('remindersBeforeMinutes', lead)}
            </label>
          ))}
        </div>
        {settings.minutesBefore !== null && (
          <Check
            label={words('remindersAtStart')}
            isChecked={settings.atStart}
            onChange={(atStart) => onChoose({ atStart })}
          />
        )}
        <QuietHoursChoice hours={settings.quietHours} onChange={(quietHours) => onChoose({ quietHours })} />
      </fieldset>
      <fieldset class="reminders-group">
        <legend>{words('remindersSays')}</legend>
        <p class="pale">{words('remindersSaysWhy')}</p>
        <Check
          label={words('remindersSaysSubject')}
          isChecked={settings.saysSubject}
          onChange={(saysSubject) => onChoose({ saysSubject })}
        />
        <Check
          label={words('remindersSaysChild')}
          isChecked={settings.saysChild}
          onChange={(saysChild) => onChoose({ saysChild })}
        />
      </fieldset>
      <div class="actions">
        <button type="button" class="button" onClick={onTry}>
          {words('remindersTry')}
        </button>
        <span role="status" class="pale">
          {isShown !== null && words(isShown ? 'remindersTryHint' : 'remindersNotShown')}
        </span>
      </div>
    </>
  );
}
