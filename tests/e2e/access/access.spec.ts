import { expect, test } from '../fixture.ts';
import { journeys } from './journeys/journeys.ts';
import { lookAround } from './lookAround.ts';

for (const { name, isBoth = false, options = {}, play } of journeys) {
  test.describe(name, () => {
    test.use(options);

    test(`${name}: seen in every way and used by the keyboard alone @full ${isBoth ? '' : '@chromium'}`, async ({
      browser,
      picture,
      stand,
    }) => {
      test.setTimeout(400_000);
      const found: string[] = [];
      for await (const seen of play({ browser, stand })) found.push(...(await lookAround(seen, picture)));
      expect(found).toEqual([]);
    });
  });
}
