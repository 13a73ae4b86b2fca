import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [await WxtVitest()],
  test: { include: ['tests/unit/**/*.test.{ts,tsx}'], restoreMocks: true, testTimeout: 60_000 },
});
