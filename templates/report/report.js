'use strict';

// The report is complete without this script, which only searches, filters, and expands.
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const search = document.getElementById('search');
  const status = document.getElementById('said');
  const sections = all('[data-section]').map((element) => ({
    element,
    rows: all('[data-row]', element).map((row) => ({ row, text: undefined })),
    filters: all('[data-by]', element),
    groups: all('[data-group]', element),
    empty: element.querySelector('[data-empty]'),
    count: document.querySelector(`[data-count="${element.id}"]`),
  }));

  function matches(one, words, filters) {
    const { row } = one;
    for (const filter of filters) {
      const wanted = filter.type === 'checkbox' ? (filter.checked ? filter.value : '') : filter.value;
      if (wanted !== '' && row.dataset[filter.dataset.by] !== wanted) return false;
    }
    if (words.length === 0) return true;
    one.text ??= row.textContent.toLowerCase();
    return words.every((word) => one.text.includes(word));
  }

  function show({ rows, filters, groups, empty, count }, words) {
    let shown = 0;
    for (const one of rows) {
      const found = matches(one, words, filters);
      one.row.classList.toggle('out', !found);
      if (found) shown += 1;
    }
    for (const group of groups) group.classList.toggle('out', !group.querySelector('[data-row]:not(.out)'));
    if (empty) empty.hidden = shown > 0 || rows.length === 0;
    if (count) count.textContent = shown === rows.length ? String(rows.length) : `${shown} of ${rows.length}`;
    return shown;
  }

  const words = () => search.value.toLowerCase().split(/\s+/).filter(Boolean);

  function showAll() {
    const wanted = words();
    const shown = sections.reduce((sum, section) => sum + show(section, wanted), 0);
    status.textContent = wanted.length === 0 ? '' : `${shown} found`;
  }

  function clear() {
    search.value = '';
    for (const { filters } of sections)
      for (const filter of filters) {
        if (filter.type === 'checkbox') filter.checked = false;
        else filter.value = '';
      }
    showAll();
  }

  /** Shows the target of a link, even if it was filtered out or collapsed. */
  function reveal() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.closest('.out')) clear();
    if (target.tagName === 'DETAILS') target.open = true;
    target.scrollIntoView();
  }

  function unfold(button, { rows, element }) {
    const open = button.textContent === 'Open all';
    for (const one of all('details', element)) if (!one.closest('.out')) one.open = open;
    button.textContent = open ? 'Close all' : 'Open all';
    status.textContent = open ? `${rows.length} open` : 'closed';
  }

  for (const section of sections) {
    for (const filter of section.filters)
      filter.addEventListener('change', () => {
        status.textContent = `${show(section, words())} shown`;
      });
    for (const button of all('[data-unfold]', section.element))
      button.addEventListener('click', () => unfold(button, section));
  }
  search.addEventListener('input', showAll);
  addEventListener('hashchange', reveal);
  document.addEventListener('keydown', (event) => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName ?? '');
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      search.focus();
    }
    if (event.key === 'Escape') clear();
  });

  const links = new Map(all('nav a').map((link) => [link.hash.slice(1), link]));
  const seen = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        for (const [id, link] of links) {
          if (id === target.id) link.setAttribute('aria-current', 'true');
          else link.removeAttribute('aria-current');
        }
      }
    },
    { rootMargin: '0px 0px -80% 0px' },
  );
  for (const section of all('section')) seen.observe(section);

  // Content that overflows can be scrolled by keyboard too.
  function stops() {
    for (const one of all('.scroll')) {
      if (one.scrollWidth > one.clientWidth) one.tabIndex = 0;
      else one.removeAttribute('tabindex');
    }
  }
  addEventListener('resize', stops);
  stops();

  for (const control of all('[data-control]')) control.hidden = false;
  showAll();
  reveal();
})();
