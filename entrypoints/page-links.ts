import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { listLinks } from '@/lib/pageLinks/listLinks';

/** Run by the toolbar popup in the page in front, when the person opens the popup; it reads and leaves nothing behind. */
export default defineUnlistedScript(() => listLinks(document));
