import { expect } from '@playwright/test';
import { test } from '#tests/support/test.ts';

test('the workbench opens with its name', async ({ page }) => {
  await expect(page).toHaveTitle(/Casewright/);
});
