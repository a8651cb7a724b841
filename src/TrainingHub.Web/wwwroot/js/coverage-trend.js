// Draws the trend from its own table, which stays beside it for whoever reads or prints it. Colours come from the style sheet, so that the dark look is kept.
const place = document.getElementById('trend-chart');
const table = place && document.getElementById(place.dataset.table);
if (table && window.echarts) {
  place.hidden = false;
  const rows = [...table.tBodies[0].rows];
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const chart = window.echarts.init(place, null, { renderer: 'svg' });
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: colour('--tblr-body-color') },
    grid: { left: 48, right: 24, top: 32, bottom: 32 },
    legend: { top: 0, textStyle: { color: colour('--tblr-body-color') } },
    tooltip: { trigger: 'axis', renderMode: 'richText', valueFormatter: value => (value === null || value === undefined ? '—' : `${value}%`) },
    xAxis: { type: 'category', data: rows.map(row => row.dataset.day), boundaryGap: false, axisLabel: { hideOverlap: true } },
    yAxis: { type: 'value', min: 0, max: 100, axisLabel: { formatter: '{value}%' } },
    series: [
      { name: place.dataset.covered, type: 'line', data: rows.map(row => (row.dataset.percentage ? Number(row.dataset.percentage) : null)), symbolSize: 6, lineStyle: { width: 2 } },
      { name: place.dataset.goal, type: 'line', data: rows.map(row => Number(row.dataset.goal)), symbol: 'none', lineStyle: { type: 'dashed' } },
    ],
  });
  addEventListener('resize', () => chart.resize());
}
