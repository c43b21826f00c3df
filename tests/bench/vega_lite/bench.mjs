// The charts of chart_bench.cpp, drawn by Vega-Lite itself: milliseconds and bytes.
import * as vega from 'vega';
import * as vegaLite from 'vega-lite';

let state = 1n;
const next = () => Number((state = BigInt.asUintN(64, state * 6364136223846793005n + 1442695040888963407n)) >> 44n);
const rows = count => Array.from({ length: count }, () => ({ x: next(), y: next() }));
const quantitative = field => ({ field, type: 'quantitative' });

const charts = {
  bar_chart: [12, { mark: 'bar', encoding: { x: { field: 'x', type: 'ordinal' }, y: quantitative('y') } }, 50],
  points: [100000, { mark: 'point', encoding: { x: quantitative('x'), y: quantitative('y') } }, 1],
  histogram: [100000, { mark: 'bar', encoding: { x: { field: 'x', bin: true }, y: { aggregate: 'count' } } }, 5],
};

async function draw(specification, values) {
  const compiled = vegaLite.compile({ ...specification, data: { values } }).spec;
  return new vega.View(vega.parse(compiled), { renderer: 'none' }).toSVG();
}

for (const [name, [count, specification, times]] of Object.entries(charts)) {
  const values = rows(count);
  let bytes = (await draw(specification, values)).length;  // once to warm up
  const start = performance.now();
  for (let i = 0; i < times; ++i) bytes = (await draw(specification, values)).length;
  console.log(`vega-lite ${name.padEnd(10)} ${((performance.now() - start) / times).toFixed(2)} ms  ${bytes} bytes`);
}
