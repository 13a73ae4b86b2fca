import '@/components/parts/Step.css';
import { words } from '@/lib/words';

/** Of the shape of a step, while it is not known yet which one. */
export function StepSkeleton() {
  return (
    <section class="step">
      <h1 class="for-readers">{words('sectionLoading')}</h1>
      <div class="step-head">
        <span class="bone bone-line" />
      </div>
      <span class="bone bone-line bone-long" />
      <div class="actions" aria-hidden="true">
        <span class="button bone">
          <span>{words('linkingBegin')}</span>
        </span>
      </div>
    </section>
  );
}
