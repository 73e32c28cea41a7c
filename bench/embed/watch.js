/**
 * Runs in the page before anything else of it: looks every frame whether the first row is there to
 * press, and keeps what the browser itself says of long tasks and of shifts. Plain script: it is handed
 * to the browser as it stands.
 * @param {() => Element | null | undefined} find the first row
 */
function watch(find) {
  if (location.protocol === 'about:') return;
  const watched = { tasks: [], shift: 0 };
  globalThis.benchWatched = watched;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      watched.tasks.push({ start: startTime, duration });
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries())
      if (!hadRecentInput) watched.shift += value;
  }).observe({ type: 'layout-shift', buffered: true });

  const pressable = (row) => {
    const { left, top, width, height } = row.getBoundingClientRect();
    if (!row.textContent.trim() || width < 20 || height < 20) return false;
    const hit = row.getRootNode().elementFromPoint(left + width / 2, top + height / 2);
    return hit !== null && (hit === row || row.contains(hit));
  };
  const look = () => {
    const row = find();
    if (!row || !pressable(row)) return requestAnimationFrame(look);
    // The frame in which it is there has been painted when its task is over.
    setTimeout(() => globalThis.benchUsable(String(performance.now())));
  };
  requestAnimationFrame(look);
}
