#!/usr/bin/env node
// Holds a built site to its promises (ids like H07 are those of docs on
// accessibility): `node run.mjs SITE`. Prints what failed, then
// `N passed, M failed`; exit 1 when something failed, 77 when a tool is missing.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';

function skip(reason) {
  console.log(`skipped: ${reason}`);
  process.exit(77);
}

const folder = process.argv[2];
if (!folder || !existsSync(join(folder, 'index.html'))) skip(`no site at ${folder}`);
if (!existsSync(join(here, 'node_modules'))) skip('run `npm ci` in tests/browser first');
if (!existsSync(chromium)) skip(`no browser at ${chromium}; CHROMIUM names another`);

const { readSite, samplePages } = await import('./site.mjs');
const text = await import('./text.mjs');
const validators = await import('./validators.mjs');
const browser = await import('./browser.mjs');

let passed = 0;
let failed = 0;
function report(name, faults) {
  if (!faults) return void passed++;
  failed++;
  console.log(`FAILED ${name}\n${faults.replace(/^/gm, '  ')}`);
}

const site = readSite(folder);
text.checkLanguages(site, report);
text.checkAddresses(site, report);
text.checkManners(site, report);
text.checkOutline(site, report);
text.checkWeight(site, report);
validators.checkWithNu(site, report);
validators.checkWithHtmlValidate(site, report);

const pages = samplePages(site);
const queries = JSON.parse(readFileSync(join(here, 'queries.json'), 'utf8'));
const chrome = await browser.openBrowser();
const tab = await chrome.newPage();
await browser.checkRequests(tab, site.pages, report);
await browser.checkTargets(tab, pages, report);
await browser.checkReflow(tab, pages, report);
await browser.checkFocus(tab, pages, report);
await browser.checkWithoutScript(tab, pages, report);
await browser.checkMeasure(tab, pages, report);
await browser.checkPrint(tab, pages, report);
await browser.checkSearch(tab, pages, queries, report);
await browser.checkWithAxe(tab, pages, report);
await chrome.close();

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
