import { printGuide } from './guide.ts';
import { family } from './scenarios/family.ts';
import { rightNow } from './scenarios/right-now.ts';
import { startStand } from './stand.ts';

/** `node tests/stand/main.ts [--usual-week] [--port=8443]`: the stand for a person with a browser. */
const port = Number(process.argv.find((argument) => argument.startsWith('--port='))?.slice(7) ?? 8443);
const stand = await startStand({
  port,
  scenario: process.argv.includes('--usual-week') ? family : rightNow,
  ...(process.env.WXT_VKID_APP_ID ? { appId: process.env.WXT_VKID_APP_ID } : {}),
});

printGuide(stand);

process.once('SIGINT', () => {
  stand.close().then(
    () => process.exit(0),
    () => process.exit(1),
  );
});
