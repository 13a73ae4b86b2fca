import './probe/aliases.ts';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { top } from './builds.ts';

/**
 * `npm run probe-diary -- page.html`: what is recognised of a saved page of a diary and what is not, by the readers of the
 * product. The page is a sample («Сохранить образец страницы») or one that a browser saved; the answers of the latter may lie in
 * a folder as GetPersonData.json, GetDiary.json, GetWeekSchedule.json, GetHomeworkFromRange.json.
 */
const usage =
  'npm run probe-diary -- page.html [--answers folder] [--today 2026-11-23] [--hash "#schedule"] [--markup name] [--write]';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    answers: { type: 'string' },
    today: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    hash: { type: 'string' },
    markup: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const [path] = positionals;
if (!path || !existsSync(path)) {
  console.log(usage);
  process.exit(1);
}

// The product's modules can be named only when they can be found.
const [{ markupNames, markupOf, usualMarkup }, { readSaved }, { countsOf, recognise }, { explain }, { fixtureOf }] =
  await Promise.all([
    import('../../lib/diary/page/markup.ts'),
    import('./probe/savedPage.ts'),
    import('./probe/recognised.ts'),
    import('./probe/explain.ts'),
    import('./probe/fixture.ts'),
  ]);

const name = markupNames.find((one) => one === (values.markup ?? usualMarkup));
if (!name) throw new Error(`No markup ${values.markup}: there are ${markupNames.join(', ')}`);
const markup = markupOf(name);
const saved = readSaved(path, values);
const found = recognise(saved, markup);
const lines = explain(saved, found, markup);
console.log(`${path}, read as ${name}, today ${saved.today}, ${saved.hash || 'no hash'}\n`);
console.log(lines.join('\n'));
console.log(`\n${lines.filter((line) => line.startsWith('!')).length} not recognised`);

if (values.write) {
  const fixture = join(top, `tests/unit/lib/diary/page/fixtures/${name}.html`);
  writeFileSync(fixture, fixtureOf(saved, readFileSync(path, 'utf8')));
  const kept = readSaved(fixture, values);
  const again = recognise(kept, markup);
  const { hash, today } = kept;
  const [before, after] = [found, again].map((one) =>
    JSON.stringify([one.view.heads.length, one.verdicts.map(({ reason }) => reason)]),
  );
  if (before !== after)
    console.log(
      '\n! the fixture is read otherwise than the page: how the sample writes its dates or words (lib/diary/sample)',
    );
  const entry = { hash, today, found: countsOf(again, kept.document, markup), days: again.days };
  const code = JSON.stringify(entry, null, 1)
    .replace(/\n */g, ' ')
    .replace(/"(\w+)":/g, '$1:')
    .replaceAll('"', "'");
  console.log(`\nWritten: ${fixture}\nIts entry in tests/unit/lib/diary/page/markup.test.ts:\n\n  ${name}: ${code},`);
}
