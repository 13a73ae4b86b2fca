import { ConfirmDialog } from '@/components/controls/ConfirmDialog';
import { words } from '@/lib/words';

/** «Вы действительно хотите отвязать учетную запись?» */
export function UnlinkDialog({ onAnswer }: { onAnswer: (yes: boolean) => void }) {
  return (
    <ConfirmDialog question={words('unlinkQuestion')} yes={words('yes')} no={words('no')} onAnswer={onAnswer}>
      <p>{words('unlinkExplanation')}</p>
    </ConfirmDialog>
  );
}
