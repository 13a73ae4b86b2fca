import './links.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { sweepDead } from '@/entrypoints/eschool.content/page/element';
import { keepInPage } from '@/entrypoints/eschool.content/page/feature';
import { answerBackground } from '@/lib/messages/answer';
import type { SiteQuestions } from '@/lib/messages/pageLinks';
import { onceActivated } from '@/lib/onceActivated';
import { takeOver } from '@/lib/takeOver';
import { createLinkButtons } from './linkButtons';

/** «Подключиться» behind the links to calls of a site that the person allowed. Never there unasked. */
export default defineContentScript({
  registration: 'runtime',
  matches: [],
  async main() {
    await onceActivated();
    // Started once more in a page where it works already: a site allowed twice, or an extension that was updated meanwhile.
    const end = takeOver('links');
    if (end.signal.aborted) return;
    sweepDead(document, true);
    keepInPage([createLinkButtons()], end);
    answerBackground<SiteQuestions>({
      'links.remove': () => {
        end.abort();
        return null;
      },
    });
  },
});
