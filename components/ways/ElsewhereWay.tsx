import { QrCode } from '@/components/parts/QrCode';
import { words } from '@/lib/words';
import { CopyLink } from './CopyLink';

/** Another device or another browser: the link as a picture for the phone's camera, and to be copied. */
export function ElsewhereWay({ address }: { address: string }) {
  return (
    <div class="way-with-picture">
      <div class="way-text">
        <p>{words('waysElsewhereHow')}</p>
        <CopyLink address={address} />
      </div>
      <QrCode text={address} label={words('waysQr')} />
    </div>
  );
}
