import { useState } from 'preact/hooks';
import { saveFile } from '@/components/pages/saveFile';
import type { SettingsPart } from '@/components/settings/SettingsPage';
import { SupportText } from '@/components/support/SupportText';
import { ask } from '@/lib/messages/send';
import { words } from '@/lib/words';
import { type Made, makeOnce } from './madeText';

/** «Образец страницы дневника». */
export const samplePart: SettingsPart = { id: 'sample', heading: 'settingsSample', Content: Sample };

function Sample() {
  const [made, setMade] = useState<Made>(null);
  const [isCut, setIsCut] = useState(false);
  return (
    <SupportText
      why={words('sampleWhy')}
      showLabel={words('sampleShow')}
      label={words('sampleField')}
      saveLabel={words('sampleSave')}
      made={made}
      note={isCut && words('sampleCut')}
      onShow={() =>
        makeOnce(made, setMade, async () => {
          const view = await ask('support.sample', {});
          if ('missing' in view) return { missing: words(view.missing === 'noPage' ? 'sampleNoPage' : 'sampleClosed') };
          setIsCut(view.isCut);
          return { text: view.sample };
        })
      }
      onSave={(text) => saveFile('diary-sample.html', 'text/html', text)}
    />
  );
}
