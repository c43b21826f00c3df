// The Nu HTML checker and html-validate on every page.
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

function run(command, args) {
  try {
    execFileSync(command, args, { encoding: 'utf8', stdio: 'pipe', maxBuffer: 1 << 26 });
    return '';
  } catch (error) {
    return `${error.stdout ?? ''}${error.stderr ?? ''}`.trim() || String(error);
  }
}

export function checkWithNu(site, report) {
  const jar = join(dirname(require.resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');
  const files = site.files.filter((path) => /\.(html|css)$/.test(path));
  // A page read from disk has no address, so the checker takes its pictures for foreign.
  const pictures = '.*Content Security Policy.*image.*';
  const said = run('java', ['-jar', jar, '--Werror', '--also-check-css', '--format', 'gnu', '--filterpattern', pictures, ...files]);
  report('H01 Nu HTML checker', said);
}

export function checkWithHtmlValidate(site, report) {
  const program = join(dirname(require.resolve('html-validate/package.json')), 'bin/html-validate.mjs');
  const said = run(process.execPath, [program, '--preset=standard,a11y', ...site.pages.map((page) => page.path)]);
  report('H01 html-validate', said);
}
