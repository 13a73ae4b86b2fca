import { words } from '@/lib/words';

/** «Разрешить доступ»: browsers ask for it on a page of the extension's own alone, in a click there. */
export function PermissionLink({ address }: { address: string }) {
  return (
    <a class="button button-main" href={address} target="_blank" rel="noopener noreferrer">
      {words('permissionOpen')}
    </a>
  );
}
