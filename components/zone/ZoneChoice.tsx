import './ZoneChoice.css';
import { useId } from 'preact/hooks';
import { type SchoolZone, schoolZones } from '@/lib/diary/adding/zones';
import { type MessageKey, words } from '@/lib/words';

const zoneNames: Record<SchoolZone, MessageKey> = {
  'Europe/Kaliningrad': 'zoneKaliningrad',
  'Europe/Moscow': 'zoneMoscow',
  'Europe/Samara': 'zoneSamara',
  'Asia/Yekaterinburg': 'zoneYekaterinburg',
  'Asia/Omsk': 'zoneOmsk',
  'Asia/Krasnoyarsk': 'zoneKrasnoyarsk',
  'Asia/Irkutsk': 'zoneIrkutsk',
  'Asia/Yakutsk': 'zoneYakutsk',
  'Asia/Vladivostok': 'zoneVladivostok',
  'Asia/Magadan': 'zoneMagadan',
  'Asia/Kamchatka': 'zoneKamchatka',
};

interface ZoneChoiceProps {
  /** Empty: none is chosen yet. */
  value: string;
  onChange: (zone: SchoolZone) => void;
  /** The diary that is meant, where the page is about several. */
  about?: string;
}

/** «Часовой пояс школы». */
export function ZoneChoice({ value, onChange, about = '' }: ZoneChoiceProps) {
  const id = useId();
  return (
    <div class="zone-choice">
      <label for={id}>{words('schoolZone')}</label>
      <select
        id={id}
        class="text-field"
        value={value}
        aria-label={about === '' ? undefined : `${words('schoolZone')}, ${about}`}
        onChange={(event) => onChange(event.currentTarget.value as SchoolZone)}
      >
        {value === '' && <option value="">{words('zoneNone')}</option>}
        {schoolZones.map((zone) => (
          <option key={zone} value={zone}>
            {words(zoneNames[zone])}
          </option>
        ))}
      </select>
    </div>
  );
}
