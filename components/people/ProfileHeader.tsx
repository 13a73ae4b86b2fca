import './ProfileHeader.css';
import { ServiceLink } from '@/components/controls/ServiceLink';
import type { EduProfile } from '@/lib/messenger/types';
import { words } from '@/lib/words';
import { Avatar } from './Avatar';
import { profileName } from './personWords';

interface ProfileHeaderProps {
  profile: EduProfile;
  messengerAddress: string;
  /** «Перейти в Сферум» stands here while it leads to the linked profile. */
  canOpen: boolean;
  onMessenger: (background: boolean) => void;
  onUnlink: () => void;
}

/** Who is linked, the way to Сферум and the way out. */
export function ProfileHeader({ profile, messengerAddress, canOpen, onMessenger, onUnlink }: ProfileHeaderProps) {
  const { photo, rolesText, organizations } = profile;
  return (
    <header class="profile">
      <Avatar photo={photo} name={profileName(profile)} size="large" />
      <div class="profile-person">
        <h1 class="clamped">
          <span class="for-readers">{words('linkedAs')}: </span>
          {profileName(profile)}
        </h1>
        {rolesText && <p class="clamped">{rolesText}</p>}
        {organizations.length > 0 && <p class="pale clamped">{organizations.join(', ')}</p>}
      </div>
      <div class="profile-actions">
        {canOpen && (
          <ServiceLink class="button button-main" address={messengerAddress} onOpen={onMessenger}>
            {words('goToSferum')}
          </ServiceLink>
        )}
        <button type="button" class="button" aria-haspopup="dialog" onClick={onUnlink}>
          {words('unlink')}
        </button>
      </div>
    </header>
  );
}
