import './ConfirmationStep.css';
import { Notice } from '@/components/parts/Notice';
import { Step } from '@/components/parts/Step';
import { Avatar } from '@/components/people/Avatar';
import { accountRole, profileName } from '@/components/people/personWords';
import type { Difference } from '@/lib/linking/differences';
import type { LinkingView } from '@/lib/messages/linking';
import type { AccountView } from '@/lib/messages/section';
import { type MessageKey, words } from '@/lib/words';
import { CancelButton, MainButton, OtherButton } from './Buttons';

interface ConfirmationStepProps {
  view: LinkingView & { name: 'confirmation' };
  account: AccountView;
  takesFocus: boolean;
  onConfirm: () => void;
  onChooseAgain: () => void;
  onCancel: () => void;
}

const explanations: Record<Difference, MessageKey> = {
  name: 'differenceName',
  role: 'differenceRole',
  school: 'differenceSchool',
};

const fields: [Difference, MessageKey][] = [
  ['name', 'fieldName'],
  ['role', 'fieldRole'],
  ['school', 'fieldSchool'],
];

interface CardProps {
  heading: string;
  photo: string | null;
  values: Record<Difference, string>;
  differences: Difference[];
}

function PersonCard({ heading, photo, values, differences }: CardProps) {
  return (
    <section class="person-card">
      <h2>{heading}</h2>
      <div class="person-card-body">
        <Avatar photo={photo} name={values.name} size="large" />
        <dl>
          {fields.map(([field, label]) => (
            <div class={differences.includes(field) ? 'differs' : undefined} key={field}>
              <dt>{words(label)}</dt>
              <dd>
                {values[field] ? (
                  <span class="clamped">{values[field]}</span>
                ) : (
                  <span class="pale">{words('notKnown')}</span>
                )}
                {differences.includes(field) && <span class="tag tag-warning">{words('differs')}</span>}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  );
}

/** «Проверьте данные»: the diary's person and the profile side by side. */
export function ConfirmationStep({
  view,
  account,
  takesFocus,
  onConfirm,
  onChooseAgain,
  onCancel,
}: ConfirmationStepProps) {
  const { profile, differences, isRoleUnknown, vkidName, canChooseAgain } = view;
  const isDoubtful = differences.includes('name') || differences.includes('role');
  return (
    <Step
      heading={words('confirmationHeading')}
      sentence={words('confirmationSentence')}
      takesFocus={takesFocus}
      actions={
        <>
          {/* Where they seem to be two people, linking is not what the eye is led to. */}
          {isDoubtful ? (
            <OtherButton onClick={onConfirm}>{words('confirm')}</OtherButton>
          ) : (
            <MainButton onClick={onConfirm}>{words('confirm')}</MainButton>
          )}
          {canChooseAgain &&
            (isDoubtful ? (
              <MainButton onClick={onChooseAgain}>{words('chooseAnother')}</MainButton>
            ) : (
              <OtherButton onClick={onChooseAgain}>{words('chooseAnother')}</OtherButton>
            ))}
          <CancelButton onClick={onCancel} />
        </>
      }
    >
      <div class="person-cards">
        <PersonCard
          heading={words('confirmationDiary')}
          photo={null}
          values={{ name: account.fullName, role: accountRole(account), school: account.school }}
          differences={differences}
        />
        <PersonCard
          heading={words('confirmationProfile')}
          photo={profile.photo}
          values={{
            name: profileName(profile),
            role: profile.rolesText,
            school: profile.organizations.join(', '),
          }}
          differences={differences}
        />
      </div>
      {vkidName && <p>{words('confirmationVkid', vkidName)}</p>}
      {(differences.length > 0 || isRoleUnknown) && (
        <Notice tone="warning">
          <ul class="plain">
            {differences.map((difference) => (
              <li key={difference}>{words(explanations[difference])}</li>
            ))}
            {isRoleUnknown && <li>{words('warningUnknownRole')}</li>}
          </ul>
        </Notice>
      )}
    </Step>
  );
}
