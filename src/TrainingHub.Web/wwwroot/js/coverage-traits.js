// Draws figures by stage and by flag from their own tables, which stay beside them for whoever reads or prints them. Colours come from the style sheet, so that the dark look is kept.
const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
for (const place of window.echarts ? document.querySelectorAll('[data-traits]') : []) {
  const rows = [...document.getElementById(place.dataset.traits).tBodies[0].rows].reverse();
  if (rows.length < 2) {
    continue;
  }

  place.hidden = false;
  const percent = Number(place.dataset.percent);
  const chart = window.echarts.init(place, null, { renderer: 'svg' });
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: colour('--tblr-body-color') },
    grid: { left: 8, right: 48, top: 32, bottom: 8, containLabel: true },
    tooltip: { trigger: 'item', renderMode: 'richText', valueFormatter: value => (value === null || value === undefined ? '—' : `${value}%`) },
    xAxis: { type: 'value', min: 0, max: 100, axisLabel: { formatter: '{value}%' } },
    yAxis: { type: 'category', data: rows.map(row => row.dataset.name) },
    series: [{
      name: place.dataset.share,
      type: 'bar',
      data: rows.map(row => (row.dataset.percentage ? Number(row.dataset.percentage) : null)),
      barMaxWidth: 22,
      itemStyle: { color: colour('--th-accent') },
      label: { show: true, position: 'right', formatter: '{c}%', color: colour('--tblr-body-color') },
      markLine: {
        silent: true,
        symbol: 'none',
        lineStyle: { type: 'dashed', color: colour('--th-ink') },
        label: { formatter: place.dataset.goal, color: colour('--tblr-body-color') },
        data: [{ xAxis: percent }],
      },
    }],
  });
  addEventListener('resize', () => chart.resize());
}
