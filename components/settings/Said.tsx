/** What came of what the person did in a part of the settings: there before its text, so that the text is read out. */
export function Said({ text, isBad = false }: { text: string; isBad?: boolean }) {
  return (
    <p class={isBad ? 'settings-said bad' : 'settings-said'} role="status">
      {text}
    </p>
  );
}
