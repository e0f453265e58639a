// Sets the colours before the page is drawn, so that a dark page does not flash white.
(function () {
  var scheme = 'auto';
  try {
    scheme = localStorage.getItem('hegui.scheme') || 'auto';
  } catch (e) {
    // storage is switched off: as the system has it
  }
  var dark = scheme === 'dark' || (scheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
