// A built site on disk: its files, its pages and what kind each page is.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

function filesBelow(folder) {
  return readdirSync(folder).sort().flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

export function readSite(folder) {
  const files = filesBelow(folder);
  const pages = files.filter((path) => path.endsWith('.html')).map((path) => {
    const html = readFileSync(path, 'utf8');
    return {
      path,
      name: relative(folder, path),
      html,
      kind: /<body class="([^"]*)"/.exec(html)?.[1] ?? '',
      language: /<html lang="([^"]*)"/.exec(html)?.[1] ?? '',
    };
  });
  return { folder, files, pages };
}

/** The longest page of each kind and language: what holds there holds elsewhere. */
export function samplePages(site) {
  const longest = new Map();
  for (const page of site.pages) {
    const key = `${page.kind}|${page.language}`;
    if (!longest.has(key) || longest.get(key).html.length < page.html.length) longest.set(key, page);
  }
  return [...longest.values()];
}
