/** Text made safe to stand in HTML, also inside an attribute's quotes. */
export function escapeHtml(value: string): string {
  return value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A whole document. `head` and `body` are HTML. */
export function page(title: string, body: string, head = ''): string {
  return `<!doctype html>
<html lang="ru">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title>${head}</head>
<body>
${body}
</body>
</html>`;
}

/** A hidden field of a form. */
export function hidden(name: string, value: string): string {
  return `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`;
}

/** A labelled text field. `type` is the HTML type. */
export function field(name: string, label: string, type = 'text', value = ''): string {
  return `<label>${escapeHtml(label)}<input name="${escapeHtml(name)}" type="${type}" value="${escapeHtml(value)}" autocomplete="off"></label>`;
}

/** A button that submits `action`; the first one of a form also answers Enter. */
export function button(action: string, label: string, kind: 'main' | 'plain' = 'main'): string {
  return `<button name="action" value="${escapeHtml(action)}" class="${kind}">${escapeHtml(label)}</button>`;
}
