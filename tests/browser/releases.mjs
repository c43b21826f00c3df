#!/usr/bin/env node
// Two published versions from disk, as a reader meets them: `node releases.mjs
// FOLDER OLD NEW` (FOLDER holds versions.js and both). An old page says that it is
// old and leads to the same page of the new one; without a script the way to all
// versions stays open. Exit 1 when something failed, 77 when a tool is missing.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';
function skip(reason) {
  console.log(`skipped: ${reason}`);
  process.exit(77);
}
if (!existsSync(join(here, 'node_modules'))) skip('run `npm ci` in tests/browser first');
if (!existsSync(chromium)) skip(`no browser at ${chromium}; CHROMIUM names another`);

const { openBrowser, axeFaults, measureTargets } = await import('./browser.mjs');
const [folder, old, newest] = process.argv.slice(2);
const address = (path) => pathToFileURL(join(folder, path)).href;

let passed = 0;
let failed = 0;
function expect(name, holds, seen = '') {
  if (holds) return void passed++;
  failed++;
  console.log(`FAILED ${name}\n  ${JSON.stringify(seen)}`);
}

const chrome = await openBrowser();
const tab = await chrome.newPage();
async function notice(path, script = true) {
  await tab.setJavaScriptEnabled(script);
  await tab.goto(address(path), { waitUntil: 'load' });
  return tab.evaluate(() => {
    const aside = document.querySelector('.version-notice');
    return aside && { text: aside.innerText, links: [...aside.querySelectorAll('a')].map((link) => link.href) };
  });
}

for (const language of ['zh-Hans', 'en']) {
  for (const page of ['index.html', 'phase-1/measures.html']) {
    const seen = await notice(`${old}/${language}/${page}`);
    expect(`${language}/${page} of ${old} names both versions`, seen?.text.includes(old) && seen.text.includes(newest), seen);
    expect(`${language}/${page} of ${old} leads to itself`, seen?.links.includes(address(`${newest}/${language}/${page}`)), seen);
    expect(`${language}/${page} of ${old} leads to all versions`, seen?.links.includes(address(`${language}.html`)), seen);
    const faults = await axeFaults(tab);
    expect(`axe: ${language}/${page} of ${old}`, faults.length === 0, faults);
    const small = await tab.evaluate(measureTargets);
    expect(`targets: ${language}/${page} of ${old}`, small.length === 0, small);
    expect(`${language}/${page} of ${newest} keeps silent`, (await notice(`${newest}/${language}/${page}`)) === null);
  }
  const path = `${old}/${language}/phase-1/measures.html`;
  expect('without a script there is no notice', (await notice(path, false)) === null);
  const links = await tab.evaluate(() => [...document.links].map((link) => link.href));
  expect('without a script all versions are a link away', links.includes(address(`${language}.html`)), path);
  await tab.setJavaScriptEnabled(true);
}
await tab.goto(address('latest/index.html'), { waitUntil: 'load' });
await tab.waitForFunction((wanted) => location.href.includes(`/${wanted}/`), { timeout: 5000 }, newest).catch(() => {});
expect('latest leads to the newest', tab.url().includes(`/${newest}/`), tab.url());
for (const path of ['en.html', 'zh-Hans.html', 'index.html']) {
  await tab.goto(address(path), { waitUntil: 'load' });
  const faults = await axeFaults(tab);
  expect(`axe: ${path}`, faults.length === 0, faults);
}
await chrome.close();

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
