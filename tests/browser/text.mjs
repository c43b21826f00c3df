// What can be seen in the bytes alone.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const han = /[\u3400-\u4dbf\u4e00-\u9fff]/g;

/** Text nodes with the language that holds for them: a small reader for our own well-formed pages. */
function* textNodes(html) {
  const voids = new Set(['br', 'hr', 'img', 'input', 'link', 'meta', 'path']);
  const languages = [''];
  for (const [, tag, attributes, text] of html.matchAll(/<(\/?[a-zA-Z][a-zA-Z0-9]*)([^>]*)>|([^<]+)/g)) {
    if (text !== undefined) {
      yield { text, language: languages.at(-1) };
    } else if (tag.startsWith('/')) {
      languages.pop();
    } else if (!voids.has(tag.toLowerCase()) && !attributes.endsWith('/')) {
      languages.push(/\slang="([^"]*)"/.exec(attributes)?.[1] ?? languages.at(-1));
    }
  }
}

export function checkLanguages(site, report) {
  const wrong = [];
  for (const page of site.pages) {
    const body = page.html.slice(page.html.indexOf('<html'));
    for (const { text, language } of textNodes(body)) {
      const count = (text.match(han) ?? []).length;
      const isChinese = language.startsWith('zh');
      if (count >= 2 && !isChinese) wrong.push(`${page.name}: not marked as Chinese: ${text.trim().slice(0, 60)}`);
      const latin = /[A-Za-z]{2,}(?:[ ,]+[A-Za-z]{2,}){4,}/.exec(text.replace(/&[a-z]+;/g, ' '));
      if (isChinese && latin) wrong.push(`${page.name}: Latin words marked as Chinese: ${latin[0].slice(0, 60)}`);
    }
  }
  report('H05 every passage has its language', wrong.slice(0, 20).join('\n'));
}

export function checkAddresses(site, report) {
  const foreign = [];
  const broken = [];
  const ids = new Map();
  const idsOf = (path) => {
    if (!ids.has(path)) ids.set(path, new Set([...readFileSync(path, 'utf8').matchAll(/\sid="([^"]*)"/g)].map((m) => m[1])));
    return ids.get(path);
  };
  for (const page of site.pages) {
    for (const [, name, url] of page.html.matchAll(/\s(src|srcset|href|action|data|poster)="([^"]*)"/g)) {
      if (/^(https?:|\/\/)/.test(url)) {
        if (name !== 'href') foreign.push(`${page.name}: ${name}=${url}`);
        continue;
      }
      if (/^mailto:/.test(url)) continue;
      if (/^[a-z][a-z0-9+.-]*:/i.test(url) || url.startsWith('/')) foreign.push(`${page.name}: ${url}`);
      const [file, fragment] = url.replaceAll('&amp;', '&').split('#');
      const target = file === '' ? page.path : normalize(join(dirname(page.path), decodeURIComponent(file)));
      if (!existsSync(target)) {
        broken.push(`${page.name}: ${url} leads nowhere`);
      } else if (fragment !== undefined && target.endsWith('.html') && !idsOf(target).has(decodeURIComponent(fragment))) {
        broken.push(`${page.name}: ${url}: no such place there`);
      }
    }
    if (!/<meta http-equiv="Content-Security-Policy" content="default-src 'self'/.test(page.html)) foreign.push(`${page.name}: no policy`);
  }
  report('H02 H04 addresses are relative and stay on the site', foreign.slice(0, 20).join('\n'));
  report('links lead to places that exist', broken.slice(0, 20).join('\n'));
}

export function checkManners(site, report) {
  const wrong = [];
  for (const path of site.files.filter((file) => /\.(html|css|js)$/.test(file))) {
    const text = readFileSync(path, 'utf8');
    for (const bad of [/http-equiv="refresh"/, /autoplay/, /<marquee/, /setInterval|setTimeout/, /scroll-behavior:\s*smooth/, /target="_blank"/,
      /mouseover|mouseenter|pointerover/, /fetch\(|XMLHttpRequest/, /type="module"/, /@keyframes|animation:|transition:/, /@import/, /style="/]) {
      if (bad.test(text)) wrong.push(`${path}: ${bad}`);
    }
    if (path.endsWith('.css')) {
      for (const [selector] of text.matchAll(/[^{},;\/]*:hover/g)) {
        if (!text.includes(selector.trim().replace(':hover', ':focus-visible'))) wrong.push(`${path}: ${selector.trim()} has no :focus-visible twin`);
      }
    }
  }
  report('H09 H10 H15 nothing moves, hovers or hurries', wrong.join('\n'));
}

export function checkOutline(site, report) {
  const wrong = [];
  for (const page of site.pages) {
    const levels = [...page.html.matchAll(/<h([1-6])[\s>]/g)].map((match) => Number(match[1]));
    if (levels.filter((level) => level === 1).length !== 1) wrong.push(`${page.name}: not one h1`);
    levels.forEach((level, i) => i > 0 && level > levels[i - 1] + 1 && wrong.push(`${page.name}: h${levels[i - 1]} then h${level}`));
    for (const element of ['main', 'header', 'footer']) {
      if ((page.html.match(new RegExp(`<${element}[\\s>]`, 'g')) ?? []).length !== 1) wrong.push(`${page.name}: not one ${element}`);
    }
    for (const [nav] of page.html.matchAll(/<nav[^>]*>/g)) if (!/aria-label/.test(nav)) wrong.push(`${page.name}: a nav without name`);
  }
  report('H06 outline and landmarks', wrong.slice(0, 20).join('\n'));
}

export function checkWeight(site, report) {
  const heavy = site.pages.filter((page) => Buffer.byteLength(page.html.replace(/<svg[\s\S]*?<\/svg>/g, '')) > 200_000);
  report('H24 no page is heavier than 200 kB', heavy.map((page) => `${page.name}: ${page.html.length}`).join('\n'));
}
