import './ProfileHeader.css';
import { words } from '@/lib/words';

/** Of the size of `ProfileHeader`, while it is not known yet whose section it is. */
export function ProfileSkeleton() {
  return (
    <div class="profile">
      <h1 class="for-readers">{words('sectionLoading')}</h1>
      <span class="avatar avatar-large avatar-round bone" />
      <div class="profile-person">
        <span class="bone bone-line bone-name" />
        <span class="bone bone-line bone-short" />
        <span class="bone bone-line bone-long" />
      </div>
      {/* Of the same width, so that they stand in the same lines. */}
      <div class="profile-actions" aria-hidden="true">
        {[words('goToSferum'), words('unlink')].map((text) => (
          <span key={text} class="button bone">
            <span>{text}</span>
          </span>
        ))}
      </div>
    </div>
  );
}
