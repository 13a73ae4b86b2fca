import './ChoiceStep.css';
import { useRef, useState } from 'preact/hooks';
import { Step } from '@/components/parts/Step';
import { Avatar } from '@/components/people/Avatar';
import { profileName } from '@/components/people/personWords';
import type { EduProfile } from '@/lib/messenger/types';
import { words } from '@/lib/words';
import { CancelButton, MainButton } from './Buttons';

interface ChoiceStepProps {
  profiles: EduProfile[];
  /** Marked, never chosen for the person. */
  suggestedId: number | null;
  takesFocus: boolean;
  onChoose: (profileId: number) => void;
  onCancel: () => void;
}

/** «Выбор профиля для связки». */
export function ChoiceStep({ profiles, suggestedId, takesFocus, onChoose, onCancel }: ChoiceStepProps) {
  const [chosen, setChosen] = useState<number | null>(null);
  const [missing, setMissing] = useState(false);
  const group = useRef<HTMLFieldSetElement>(null);
  const proceed = () => {
    if (chosen !== null) {
      onChoose(chosen);
      return;
    }
    setMissing(true);
    group.current?.querySelector('input')?.focus();
  };
  return (
    <Step
      heading={words('choiceHeading')}
      sentence={words('choiceQuestion')}
      takesFocus={takesFocus}
      actions={
        <>
          <MainButton onClick={proceed}>{words('continue')}</MainButton>
          <CancelButton onClick={onCancel} />
        </>
      }
    >
      <fieldset class="choice" ref={group}>
        <legend class="for-readers">{words('choiceQuestion')}</legend>
        {profiles.map((profile) => (
          <label class="choice-card" key={profile.id}>
            <input
              type="radio"
              name="profile"
              value={profile.id}
              checked={chosen === profile.id}
              onChange={() => {
                setChosen(profile.id);
                setMissing(false);
              }}
            />
            <Avatar photo={profile.photo} name={profileName(profile)} size="large" />
            <span class="choice-person">
              <b class="clamped">{profileName(profile)}</b>
              {profile.rolesText && <span class="clamped">{profile.rolesText}</span>}
              {profile.organizations.map((organization) => (
                <span class="pale clamped" key={organization}>
                  {organization}
                </span>
              ))}
              {profile.id === suggestedId && <span class="tag tag-good">{words('choiceSuggested')}</span>}
            </span>
          </label>
        ))}
      </fieldset>
      <p class="mistake" role="alert">
        {missing ? words('choiceMissing') : ''}
      </p>
    </Step>
  );
}
