import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const files = globSync('tests/unit/**/*.test.{ts,tsx}');
const mocking = files.filter((file) => /vi\.(mock|resetModules)\(/.test(readFileSync(file, 'utf8')));

export default defineConfig({
  plugins: [await WxtVitest()],
  test: {
    restoreMocks: true,
    testTimeout: 60_000,
    unstubGlobals: true,
    projects: [
      // One process serves many files, which takes a third less time; those that replace a module or load it anew need their own.
      {
        extends: true,
        test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], exclude: mocking, isolate: false },
      },
      { extends: true, test: { name: 'unit, modules replaced', include: mocking } },
    ],
  },
});
