/**
 * Gives the person a file to keep, by the browser's own way of saving. To be called in a click.
 *
 * @param type a media type, e.g. `text/plain`
 */
export function saveFile(name: string, type: string, text: string): void {
  const download = document.createElement('a');
  download.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  download.download = name;
  download.click();
  // Firefox reads it after the click.
  setTimeout(() => URL.revokeObjectURL(download.href), 60_000);
}
