import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { unusualDiaries } from '@/lib/diary/diaries';
import { placeMarkupOf } from '@/lib/diary/page/markup';
import { copyPage } from '@/lib/diary/page/pageCopy';
import { findContent, textBeside } from '@/lib/diary/page/places';
import { findParts } from '@/lib/diary/recognition/pageParts';

/** Run in a diary's page when the person asks for help with it: says what is found there, and changes nothing. */
export default defineUnlistedScript(() => {
  const markup = placeMarkupOf(unusualDiaries.find(({ origin }) => origin === location.origin)?.markup);
  const content = findContent(document, markup);
  return {
    parts: findParts(document, markup),
    page: content && {
      copy: copyPage(content).text,
      beside: textBeside(content),
      hash: location.hash.slice(0, 200),
    },
  };
});
