/* Filter, search, sort and keyboard for a report that says everything without it. */
(function () {
  'use strict';

  var tools = document.querySelector('.tools');
  var tables = Array.prototype.slice.call(document.querySelectorAll('table.sortable'));
  if (!tools || !tables.length) {
    return;
  }

  var rows = [];
  tables.forEach(function (table, number) {
    Array.prototype.forEach.call(table.tBodies[0].rows, function (row, index) {
      var state = row.querySelector('.state');
      rows.push({
        table: number,
        index: index,
        row: row,
        text: row.textContent.toLowerCase(),
        // What nothing changed of has no state of its own.
        state: state ? state.textContent.trim().split(',')[0] : 'passed'
      });
    });
  });

  var view = read();

  function read() {
    var kept = perfbudgetView.read();
    return { q: kept.get('q') || '', state: kept.get('state') || '', sort: kept.get('sort') || '' };
  }

  function write() {
    perfbudgetView.write(view);
  }

  /* The controls. */

  function element(name, attributes, text) {
    var made = document.createElement(name);
    Object.keys(attributes).forEach(function (attribute) {
      made.setAttribute(attribute, attributes[attribute]);
    });
    made.textContent = text || '';
    return made;
  }

  var search = element('input', {
    type: 'search', 'aria-label': 'Search benchmarks', placeholder: 'Search (press /)', autocomplete: 'off', spellcheck: 'false'
  });
  var choices = element('div', { 'class': 'choices', role: 'group', 'aria-label': 'Show only' });
  var found = element('output', {});
  tools.setAttribute('role', 'search');
  tools.appendChild(search);
  tools.appendChild(found);
  tools.appendChild(choices);

  var buttons = rows.map(function (one) {
    return one.state;
  }).filter(function (state, index, all) {
    return all.indexOf(state) === index;
  }).map(function (state) {
    var button = element('button', { type: 'button', 'aria-pressed': 'false' }, state);
    button.addEventListener('click', function () {
      view.state = view.state === state ? '' : state;
      show();
      write();
    });
    choices.appendChild(button);
    return button;
  });

  search.addEventListener('input', function () {
    view.q = search.value;
    show();
    write();
  });

  /* Sorting: a third click brings back the order of the report. */

  tables.forEach(function (table, number) {
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (head, column) {
      var button = element('button', { type: 'button' }, head.textContent);
      head.textContent = '';
      head.appendChild(button);
      button.addEventListener('click', function () {
        var up = number + '.' + column + '.up';
        var down = number + '.' + column + '.down';
        view.sort = view.sort === up ? down : view.sort === down ? '' : up;
        sort();
        write();
      });
    });
  });

  function key(row, column) {
    var cell = row.cells[column];
    var order = cell.getAttribute('data-order');
    if (order === null) {
      return cell.textContent.trim().toLowerCase();
    }
    return order === '' ? Infinity : Number(order);
  }

  function sort() {
    var parts = view.sort.split('.');
    tables.forEach(function (table, number) {
      var column = Number(parts[1]);
      var sorted = view.sort && Number(parts[0]) === number && column < table.tHead.rows[0].cells.length;
      var sign = parts[2] === 'down' ? -1 : 1;
      Array.prototype.forEach.call(table.tHead.rows[0].cells, function (head, index) {
        if (sorted && index === column) {
          head.setAttribute('aria-sort', sign > 0 ? 'ascending' : 'descending');
        } else {
          head.removeAttribute('aria-sort');
        }
      });
      var body = table.tBodies[0];
      rows.filter(function (one) {
        return one.table === number;
      }).map(function (one) {
        return { one: one, key: sorted ? key(one.row, column) : 0 };
      }).sort(function (a, b) {
        var order = a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
        return order * sign || a.one.index - b.one.index;
      }).forEach(function (entry) {
        body.appendChild(entry.one.row);
      });
    });
  }

  /* Filter and search. */

  function show() {
    var words = view.q.toLowerCase().split(/\s+/).filter(Boolean);
    var shown = 0;
    rows.forEach(function (one) {
      var visible = (!view.state || one.state === view.state) && words.every(function (word) {
        return one.text.indexOf(word) >= 0;
      });
      one.row.hidden = !visible;
      shown += visible ? 1 : 0;
    });
    buttons.forEach(function (button) {
      button.setAttribute('aria-pressed', String(button.textContent === view.state));
    });
    var narrowed = words.length || view.state;
    found.textContent = narrowed ? shown + ' of ' + rows.length : '';
    var passed = document.querySelector('details.passed');
    if (passed && narrowed) {
      passed.open = true;
    }
  }

  /* The keyboard. */

  function visibleLinks() {
    return tables.reduce(function (links, table) {
      var within = table.closest('details');
      return within && !within.open ? links : links.concat(
        Array.prototype.filter.call(table.tBodies[0].rows, function (row) {
          return !row.hidden;
        }).map(function (row) {
          return row.querySelector('a');
        }).filter(Boolean));
    }, []);
  }

  function move(step) {
    var links = visibleLinks();
    var at = links.indexOf(document.activeElement);
    var next = links[at < 0 ? (step > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, at + step))];
    if (next) {
      next.focus();
    }
  }

  function onLink() {
    return visibleLinks().indexOf(document.activeElement) >= 0;
  }

  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (event.key === 'Escape' && event.target === search) {
      search.value = view.q = '';
      show();
      write();
      search.blur();
    } else if (event.key === 'ArrowDown' && event.target === search) {
      event.preventDefault();
      move(1);
    } else if (typing) {
      return;
    } else if (event.key === '/') {
      event.preventDefault();
      search.focus();
      search.select();
    } else if (event.key === 'j' || (event.key === 'ArrowDown' && onLink())) {
      event.preventDefault();
      move(1);
    } else if (event.key === 'k' || (event.key === 'ArrowUp' && onLink())) {
      event.preventDefault();
      move(-1);
    }
  });

  function restore() {
    search.value = view.q;
    sort();
    show();
  }

  window.addEventListener('hashchange', function () {
    view = read();
    restore();
  });

  restore();
}());
