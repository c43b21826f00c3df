// What only a browser can tell: sizes, focus, reflow, requests, reading without
// a script, and axe's rules in light and dark at three widths.
import { pathToFileURL } from 'node:url';
import { AxePuppeteer } from '@axe-core/puppeteer';
import puppeteer from 'puppeteer-core';

const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'wcag2aaa', 'best-practice'];
const widths = { phone: 320, tablet: 768, desk: 1280 };

export async function openBrowser() {
  return puppeteer.launch({ executablePath: chromium, args: ['--no-sandbox', '--disable-gpu', '--allow-file-access-from-files'] });
}

async function open(tab, page, { width = widths.desk, scheme = 'light', script = true } = {}) {
  await tab.setViewport({ width, height: 800 });
  await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await tab.setJavaScriptEnabled(script);
  await tab.goto(pathToFileURL(page.path).href, { waitUntil: 'load' });
}

/** What axe finds on the page that is open: rule and element. */
export async function axeFaults(tab) {
  const { violations } = await new AxePuppeteer(tab).withTags(rules).analyze();
  return violations.map((violation) => {
    const where = violation.nodes.slice(0, 3).map((node) => `${node.target.join(' ')} ${node.failureSummary.split('\n')[1] ?? ''}`);
    return `${violation.id}: ${where.join('; ')}`;
  });
}

export async function checkWithAxe(tab, pages, report) {
  for (const page of pages) {
    const isFirstLanguage = page.language === pages[0].language;
    // Widths and colours do not depend on language, so the languages share them out.
    const settings = isFirstLanguage
      ? [[widths.phone, 'light'], [widths.tablet, 'dark'], [widths.desk, 'light'], [widths.desk, 'dark']]
      : [[widths.phone, 'dark'], [widths.tablet, 'light']];
    const wrong = [];
    for (const [width, scheme] of settings) {
      await open(tab, page, { width, scheme });
      wrong.push(...(await axeFaults(tab)).map((fault) => `${width} px ${scheme}: ${fault}`));
    }
    report(`H01 H13 axe: ${page.name}`, wrong.join('\n'));
  }
}

export async function checkRequests(tab, pages, report) {
  const seen = new Set();
  const note = (request) => !request.url().startsWith('file:') && !request.url().startsWith('data:') && seen.add(request.url());
  tab.on('request', note);
  for (const page of pages) await open(tab, page);
  tab.off('request', note);
  report('H02 no request leaves the site', [...seen].join('\n'));
}

/** Controls are at least 44 px each way (64 and 96 in gaze mode), marks 24 px. */
export function measureTargets() {
  const controls = '.control, .turn, .box, .parts a, .crumbs a, .back a, .outline a, .chapter-parts a, .letter a, .booklet a, .results a, button, input';
  const marks = '.raised a, .mark a, .switch';
  const isGaze = document.body.classList.contains('gaze');
  const wrong = [];
  const shown = (element) => element.getClientRects().length > 0;
  const measure = (selector, least) => {
    for (const element of document.querySelectorAll(selector)) {
      if (!shown(element)) continue;
      const { width, height } = element.getBoundingClientRect();
      const wanted = isGaze && element.matches('.turn') ? 96 : isGaze && element.matches('.control, .back a') ? 64 : least;
      if (width < wanted - 0.5 || height < wanted - 0.5) wrong.push(`${element.textContent.trim().slice(0, 30)}: ${width.toFixed(1)} × ${height.toFixed(1)}`);
    }
  };
  measure(controls, 44);
  measure(marks, 24);
  const boxes = [...document.querySelectorAll('.control, .turn, button, input')].filter(shown).map((element) => ({ element, box: element.getBoundingClientRect() }));
  for (const [i, a] of boxes.entries()) {
    for (const b of boxes.slice(i + 1)) {
      const across = Math.max(a.box.left, b.box.left) - Math.min(a.box.right, b.box.right);
      const down = Math.max(a.box.top, b.box.top) - Math.min(a.box.bottom, b.box.bottom);
      if (Math.max(across, down) < 15.5) wrong.push(`nearer than 16 px: ${a.element.textContent.trim()} and ${b.element.textContent.trim()}`);
    }
    if (a.box.left < 20 || a.box.right > innerWidth - 20) wrong.push(`at the edge: ${a.element.textContent.trim()}`);
  }
  return wrong;
}

export async function checkTargets(tab, pages, report) {
  for (const page of pages) {
    const wrong = [];
    for (const width of Object.values(widths)) {
      await open(tab, page, { width });
      wrong.push(...(await tab.evaluate(measureTargets)).map((text) => `${width} px: ${text}`));
    }
    report(`H07 H08 targets: ${page.name}`, wrong.slice(0, 10).join('\n'));
  }
}

const spacing = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';

export async function checkReflow(tab, pages, report) {
  const overflow = () => {
    const wide = document.scrollingElement.scrollWidth - innerWidth;
    if (wide <= 0) return '';
    const culprit = [...document.querySelectorAll('body *')].find((element) => element.getBoundingClientRect().right > innerWidth + 1 && !element.closest('.table'));
    return `${wide} px too wide: ${culprit?.outerHTML.slice(0, 120)}`;
  };
  const wrong = [];
  for (const page of pages) {
    await open(tab, page, { width: widths.phone });
    wrong.push(`${page.name} at 320 px: ${await tab.evaluate(overflow)}`);
    await tab.evaluate((css) => document.head.append(Object.assign(document.createElement('style'), { textContent: css })), spacing);
    wrong.push(`${page.name} with wide spacing: ${await tab.evaluate(overflow)}`);
    await open(tab, page, { width: widths.desk });
    await tab.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
    wrong.push(`${page.name} with letters twice as large: ${await tab.evaluate(overflow)}`);
  }
  report('H14 nothing scrolls sideways', wrong.filter((text) => !text.endsWith(': ')).join('\n'));
}

/** Walks with Tab: the skip link first, every stop visible, with an outline, and covered by nothing. */
export async function checkFocus(tab, pages, report) {
  for (const page of pages) {
    await open(tab, page);
    const count = await tab.evaluate(() => [...document.querySelectorAll('a[href], button, input, [tabindex="0"]')].filter((element) => element.getClientRects().length > 0).length);
    const wrong = [];
    for (let i = 0; i < Math.min(count, 60); i++) {
      await tab.keyboard.press('Tab');
      const fault = await tab.evaluate((isFirst) => {
        const element = document.activeElement;
        const style = getComputedStyle(element);
        const name = `${element.tagName} ${element.textContent.trim().slice(0, 30)}`;
        if (isFirst && !element.matches('.skip')) return `the first stop is ${name}`;
        if (parseFloat(style.outlineWidth) < 3 || style.outlineStyle === 'none') return `${name}: no outline`;
        const box = element.getClientRects()[0];
        if (!box || box.width === 0) return `${name}: not to be seen`;
        // Of a table taller than the window, the part that is inside it.
        const middle = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
        const top = document.elementFromPoint(box.left + box.width / 2, middle);
        return top && (element.contains(top) || top.contains(element)) ? '' : `${name}: covered by ${top?.outerHTML.slice(0, 60)}`;
      }, i === 0);
      if (fault) wrong.push(fault);
    }
    report(`H06 H11 H12 keyboard: ${page.name}`, wrong.slice(0, 5).join('\n'));
  }
}

export async function checkWithoutScript(tab, pages, report) {
  const wrong = [];
  const read = () => ({ text: document.body.innerText, links: [...document.links].map((link) => link.href).join('\n') });
  for (const page of pages.filter((one) => !one.kind.includes('search-page'))) {
    await open(tab, page);
    const withScript = await tab.evaluate(read);
    await open(tab, page, { script: false });
    const without = await tab.evaluate(read);
    if (withScript.text !== without.text || withScript.links !== without.links) wrong.push(page.name);
  }
  for (const page of pages.filter((one) => one.kind.includes('search-page'))) {
    await open(tab, page, { script: false });
    if (await tab.evaluate(() => document.querySelector('main input, main button') !== null)) wrong.push(`${page.name}: a dead control`);
    if (await tab.evaluate(() => document.querySelectorAll('main a').length === 0)) wrong.push(`${page.name}: no other way to search`);
  }
  await tab.setJavaScriptEnabled(true);
  report('H03 everything is there without a script', wrong.join('\n'));
}

export async function checkMeasure(tab, pages, report) {
  const wrong = [];
  for (const page of pages.filter((one) => one.kind.startsWith('document'))) {
    await open(tab, page);
    const found = await tab.evaluate(() => {
      const paragraph = [...document.querySelectorAll('article > p')].sort((a, b) => b.textContent.length - a.textContent.length)[0];
      if (!paragraph) return null;
      const style = getComputedStyle(paragraph);
      const size = parseFloat(style.fontSize);
      return { ems: paragraph.getBoundingClientRect().width / size, lead: parseFloat(style.lineHeight) / size, align: style.textAlign };
    });
    if (!found) continue;
    const isChinese = page.language.startsWith('zh');
    if (found.ems < 24 || found.ems > 40) wrong.push(`${page.name}: ${found.ems} em`);
    if (found.lead < (isChinese ? 1.6 : 1.5) || found.lead > 1.9) wrong.push(`${page.name}: lead ${found.lead}`);
    if (!['start', 'left'].includes(found.align)) wrong.push(`${page.name}: ${found.align}`);
  }
  report('H21 measure and leading', wrong.join('\n'));
}

/** Queries with a word that must stand in one of the results. */
export async function checkSearch(tab, pages, queries, report) {
  const wrong = [];
  for (const page of pages.filter((one) => one.kind.includes('search-page'))) {
    await open(tab, page);
    for (const [query, wanted] of queries[page.language] ?? []) {
      await tab.evaluate(() => { document.querySelector('#search-field').value = ''; });
      await tab.type('#search-field', query);
      const results = await tab.evaluate(() => document.querySelector('.results').innerText);
      if (!results.toLowerCase().includes(wanted.toLowerCase())) wrong.push(`${page.language}: “${query}” does not find “${wanted}”: ${results.slice(0, 80)}`);
    }
  }
  report('H23 search', wrong.join('\n'));
}

export async function checkPrint(tab, pages, report) {
  const wrong = [];
  for (const page of pages.filter((one) => one.kind.startsWith('document'))) {
    await open(tab, page, { scheme: 'dark' });
    await tab.emulateMediaType('print');
    const found = await tab.evaluate(() => ({
      paper: getComputedStyle(document.body).backgroundColor,
      shown: [...document.querySelectorAll('nav')].filter((nav) => nav.getClientRects().length > 0).length,
    }));
    await tab.emulateMediaType(null);
    if (found.paper !== 'rgb(255, 255, 255)') wrong.push(`${page.name}: paper is ${found.paper}`);
    if (found.shown > 0) wrong.push(`${page.name}: prints navigation`);
  }
  report('H22 print is light and without navigation', wrong.join('\n'));
}
