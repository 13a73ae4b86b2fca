import { words } from '@/lib/words';

/** The section while it is not known yet whose it is: of the linked section's size. */
export function SectionSkeleton() {
  return (
    <div class="skeleton-section">
      <h1 class="for-readers">{words('sectionLoading')}</h1>
      <div class="profile">
        <span class="avatar avatar-large avatar-round bone" />
        <div class="profile-person">
          <span class="bone bone-line bone-long" />
          <span class="bone bone-line" />
        </div>
      </div>
    </div>
  );
}
