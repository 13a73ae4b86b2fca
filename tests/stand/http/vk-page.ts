import { escapeHtml, page } from './html.ts';

const STYLE = `<style>
  * { box-sizing: border-box; }
  body { margin: 0; min-height: 100vh; background: #edeef0; color: #000; font: 16px/1.35 system-ui, Arial, sans-serif; }
  header { display: flex; align-items: center; gap: 12px; padding: 10px 20px; background: #fff; border-bottom: 1px solid #dce1e6; }
  header b { flex: 1; color: #0077ff; font-size: 18px; }
  main { width: min(400px, calc(100% - 24px)); margin: 32px auto; padding: 24px; background: #fff; border-radius: 16px; box-shadow: 0 2px 24px #0001; }
  main.wide { width: min(760px, calc(100% - 24px)); }
  h1 { margin: 0 0 16px; font-size: 22px; }
  label { display: block; margin: 12px 0; color: #6d7885; font-size: 14px; }
  input:not([type=radio], [type=checkbox]), select { display: block; width: 100%; margin-top: 6px; padding: 11px 12px; border: 1px solid #c4c8cc; border-radius: 8px; font: inherit; font-size: 16px; }
  button { display: block; width: 100%; margin-top: 10px; padding: 11px; border: 0; border-radius: 8px; font: inherit; cursor: pointer; }
  button.main { background: #0077ff; color: #fff; }
  button.plain { background: #f0f2f5; color: #0068e0; }
  .error { padding: 10px 12px; border-radius: 8px; background: #fbe9e9; color: #b3261e; }
  .choice { padding: 8px 0; color: #000; font-size: 16px; }
  details { position: relative; }
  summary { list-style: none; cursor: pointer; }
  summary img { display: block; width: 36px; height: 36px; border-radius: 50%; background: #c8d8ee; }
  .menu { position: absolute; right: 0; z-index: 1; width: 280px; padding: 12px; background: #fff; border-radius: 12px; box-shadow: 0 4px 24px #0003; }
</style>`;

/** A page of VK: one white card under the service's name. `body` is HTML; `aside` stands at the right of the head. */
export function vkPage(service: string, title: string, body: string, aside = '', wide = false): string {
  return page(
    `${title} | ${service}`,
    `<header><b>${escapeHtml(service)}</b>${aside}</header>
<main${wide ? ' class="wide"' : ''}><h1>${escapeHtml(title)}</h1>
${body}
</main>`,
    STYLE,
  );
}

/** A line in red, or nothing. */
export function errorLine(message: string | undefined): string {
  return message ? `<p class="error" role="alert">${escapeHtml(message)}</p>` : '';
}
