import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

/** What is wrong with a screen as it stands, in words. Empty if nothing is. */
export type Findings = readonly string[];

/** Pixels a finger needs (WCAG 2.5.5). */
const touch = 44;

declare global {
  /** Put into the page as a script. */
  const axe: { run(context: Document, options: RunOptions): Promise<AxeResults> };
}

/** Resolves once nothing on the page is on its way to another look. */
export const comeToRest = async (page: Page): Promise<void> => {
  await page.evaluate(async () => {
    await document.fonts.ready;
    // What ends may let something else begin, and on a busy machine frames come late: it is at rest
    // when several frames in a row have shown nothing under way.
    for (let calmFrames = 0; calmFrames < 4; calmFrames++) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const ending = document
        .getAnimations()
        .filter(
          ({ effect, playState }) =>
            playState !== 'finished' && effect?.getComputedTiming().endTime !== Infinity,
        );
      if (ending.length === 0) continue;
      await Promise.allSettled(ending.map(({ finished }) => finished));
      calmFrames = -1;
    }
  });
};

/** What axe finds serious or worse. */
export const askAxe = async (page: Page): Promise<Findings> => {
  const violations = await page.evaluate(async () => {
    const results = await axe.run(document, { resultTypes: ['violations'] });
    return results.violations;
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(
        ({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`,
      ),
    );
};

/**
 * What is too small to be touched. Of a control whose own box is not drawn, such as a radio button in
 * a line of words, the line is what is touched.
 */
export const measureTargets = (page: Page): Promise<Findings> =>
  page.evaluate((least) => {
    const controls = document.querySelectorAll<HTMLElement>(
      'button, a[href], input, select, textarea, summary, [role="button"], [tabindex="0"][role]',
    );
    const touched = (control: HTMLElement): Element =>
      control instanceof HTMLInputElement && /^(radio|checkbox)$/.test(control.type)
        ? (control.labels?.[0] ?? control)
        : control;
    return [...controls]
      .filter((control) => control.checkVisibility({ visibilityProperty: true }))
      .map((control) => ({ control, box: touched(control).getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.width < least - 0.5 || box.height < least - 0.5))
      .map(({ control, box }) => {
        const name = control.getAttribute('aria-label') ?? control.textContent.trim();
        const size = `${box.width.toFixed(0)} × ${box.height.toFixed(0)}`;
        return `too small to touch (${size}): ${control.tagName} "${name.slice(0, 40)}"`;
      });
  }, touch);

/** What is wider than its room, or cut off where nobody can scroll to it. */
export const measureOverflow = (page: Page): Promise<Findings> =>
  page.evaluate(() => {
    const name = (element: Element): string =>
      `${element.tagName}.${element.getAttribute('class') ?? ''} "${element.textContent.trim().slice(0, 30)}"`;
    const isDrawn = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true }) && element.clientWidth > 1;
    const findings: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) findings.push('the page scrolls sideways');
    for (const element of document.querySelectorAll('body *')) {
      if (!isDrawn(element) || element instanceof HTMLInputElement) continue;
      const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
      if (
        overflowX !== 'visible' &&
        textOverflow !== 'ellipsis' &&
        element.scrollWidth > element.clientWidth + 1
      )
        findings.push(`wider than its room: ${name(element)}`);
      if (/hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1)
        findings.push(`cut off at the bottom: ${name(element)}`);
    }
    return findings;
  });
