import { expect, test } from 'vitest';
import { chancesOf, engineRoutes } from '../../../main/compare/routing.ts';
import { farSharesOf } from '../../../renderer/settings/far-shares.ts';

test.each(engineRoutes)('the rate is shared on the route %s as a verdict has it', (route) => {
  expect(farSharesOf(3, route)).toBe(3 * chancesOf(route));
});
