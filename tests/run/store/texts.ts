/** The newest version of a changelog: its number and what is new in it. @throws {Error} when it names none */
export function newest(changelog: string): { version: string; text: string } {
  const [, version, text] = /^## (\d+\.\d+\.\d+)\n([\s\S]*?)(?=^## |$(?![\s\S]))/m.exec(changelog) ?? [];
  if (version === undefined || text === undefined) throw new Error('CHANGELOG.md names no version.');
  return { version, text: text.trim() };
}

/** The text under a heading of a Markdown file, up to the next heading of its level or above; empty when there is none. */
export function under(heading: string, markdown: string): string {
  const [, before = '', after = ''] = markdown.match(new RegExp(`^(#+) ${escaped(heading)}\\n([\\s\\S]*)`, 'm')) ?? [];
  const next = after.search(new RegExp(`^#{1,${before.length}} `, 'm'));
  return (next < 0 ? after : after.slice(0, next)).trim();
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
