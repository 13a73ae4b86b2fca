import { useState } from 'preact/hooks';
import { saveFile } from '@/components/pages/saveFile';
import type { SettingsPart } from '@/components/settings/SettingsPage';
import { reportText } from '@/components/support/reportText';
import { SupportText } from '@/components/support/SupportText';
import { ask } from '@/lib/messages/send';
import { words } from '@/lib/words';
import { type Made, makeOnce } from './madeText';

/** «Сообщить о проблеме». */
export const reportPart: SettingsPart = { id: 'report', heading: 'settingsReport', Content: Report };

function Report() {
  const [made, setMade] = useState<Made>(null);
  return (
    <SupportText
      why={words('reportWhy')}
      showLabel={words('reportShow')}
      label={words('reportField')}
      saveLabel={words('reportSave')}
      made={made}
      onShow={() =>
        makeOnce(made, setMade, async () => {
          const report = await ask('support.report', {});
          return report ? { text: reportText(report) } : { missing: words('reportNone') };
        })
      }
      onSave={(text) => saveFile('sferum-report.txt', 'text/plain', text)}
    />
  );
}
