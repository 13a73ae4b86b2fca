import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { shapeOfPage } from '@/lib/diary/sample/pageShape';
import { civilDateOf, computerTimeZone } from '@/lib/time';

/** Run in a diary's page when the person asks for a sample of it: no word of the page leaves it. */
export default defineUnlistedScript(() => shapeOfPage(document.body, civilDateOf(Date.now(), computerTimeZone())));
