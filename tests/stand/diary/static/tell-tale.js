/*
 * Tell-tales for tests: what went wrong in the page, which clicks reached its handlers, which hashes it has seen.
 * A test reads them from `window`.
 */
window.__errors = [];
window.__violations = [];
window.__menuClicks = [];
window.__hashes = [];
window.__unknownHashes = [];
window.__renders = 0;

addEventListener('error', (event) => window.__errors.push(String(event.message)));
addEventListener('unhandledrejection', (event) => window.__errors.push(String(event.reason)));
document.addEventListener('securitypolicyviolation', (event) => {
  window.__violations.push(`${event.violatedDirective} ${event.blockedURI}`);
});
// As jQuery's delegated handlers do: any item of the menu, whoever has put it there.
document.addEventListener('click', (event) => {
  const item = event.target.closest?.('ul.menu > li');
  if (item) window.__menuClicks.push(item.textContent.trim());
});
