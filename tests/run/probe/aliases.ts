import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { top } from '../builds.ts';

/** Lets Node read the product's own modules, which name each other as the bundler takes it: `@/lib/…`, no `.ts`. */
registerHooks({
  resolve(specifier, context, next) {
    const isNamedFromTop = specifier.startsWith('@/');
    const isBeside = /^\.{1,2}\//.test(specifier) && !context.parentURL?.includes('/node_modules/');
    if (!isNamedFromTop && !isBeside) return next(specifier, context);
    const base = isNamedFromTop ? pathToFileURL(`${top}/`) : context.parentURL;
    const { href } = new URL(isNamedFromTop ? specifier.slice(2) : specifier, base);
    return next(existsSync(fileURLToPath(`${href}.ts`)) ? `${href}.ts` : href, context);
  },
});
