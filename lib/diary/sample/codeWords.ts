import { markupNames, markupOf } from '@/lib/diary/page/markup';

/*
 * Words of which classes, ids, roles and the names of fields are made. A page may put anything there, a pupil's name or number
 * too: a sample keeps what stands here and nothing else, part by part.
 */
const words = `
  a about absent account accordion action active actual add after ajax alert align all alt am an and app application arrow article as
  aside at attachment attendance auth author avatar ava average back badge bar base bell before big bind birth block board body book
  border bottom box breadcrumb btn bubble bulletin button by cabinet calendar call cancel caption card cell center change chat check
  checkbox child children circle class classes classyear clear click clickable clock close closed code col collapse collapsed color column
  comment complete component confirm container content control count counter course cover css current data date datepicker day default
  delete desc description desktop detail dialog diary disabled discipline dnevnik document done dotted down download dropdown dynamic edit
  email empty end enter entry error even event exam exists exit expand expanded fade field file filter final first fixed float flex foot
  footer form full fullname gap grade grey grid group half has head header heading height help hidden hide hint holder holiday home
  homework horizontal hour hover html icon ico id image img in ind indicator individual inline index info inner input is item javascript
  jquery js label large last layout left legend lesson level light line link list loader loading lock logo long main male margin mark mask
  material mail mailbox media menu message meta min minutes missed mobile modal mode module month monthly more name nav navbar navigation
  new next no none normal not note notice notification now number odd of off office on one online open opened option order other outer
  over overlay padding page pager panel parent part period person personal phone photo picture place plan popup portfolio position prev
  preview previous print private profile progress pupil quarter radio range raspisanie read red remarks remote report required responsive
  result right room root round row s schedule schedulelessontype scheduled school scroll search section select selected selector separator
  service set settings sferum shadow shift short show shown side sidebar sign simple single size slide small sort span start state static
  status sticky strip student study style sub subject submit subtitle success sum sup swiper switch tab table tag task teacher test text
  theme thumb tile time timetable tip title to today toggle tool toolbar tooltip top total tr trash two type ui ul unread up update uroki
  urok url user vacation value vertical video view visible w wait warning web week weekend weekly white widget width window with work wrap
  wrapper year yellow zone begin mon tue wed thu fri sat sun mo tu we th fr sa su xs sm md lg xl personarea
`;

/** What the pages that are known are found by. */
const ofMarkups = markupNames.map(markupOf).flatMap(({ menus, contents, contentParents, menuHelp, cellClasses }) => {
  const selectors = [...menus, ...contents, ...contentParents, menuHelp, ...Object.keys(cellClasses)];
  return selectors.flatMap((selector) => selector.toLowerCase().match(/[a-z]+/g) ?? []);
});

const known: ReadonlySet<string> = new Set([...words.split(/\s+/).filter(Boolean), ...ofMarkups]);

/** Whether a word may stand in a class, an id or a field's name of any page: nobody is called so. */
export function isCodeWord(word: string): boolean {
  const lower = word.toLowerCase();
  // Also several of them.
  return known.has(lower) || known.has(lower.replace(/s$/, ''));
}
