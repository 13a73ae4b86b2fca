import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { copyPageTree } from '@/lib/diary/sample/pageTree';

/** Run in a diary's page when the person asks for a sample of it: the background makes shapes of its words and keeps none. */
export default defineUnlistedScript(() => copyPageTree(document.body));
