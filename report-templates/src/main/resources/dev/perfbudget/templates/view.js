/*
 * What a reader chose to see, kept in the address, so that a link shows the same. Others write only the names they own.
 * Classic scripts all of them, since modules do not load from a disk.
 */
var perfbudgetView = (function () {
  'use strict';

  function read() {
    return new URLSearchParams(location.hash.charAt(1) === '?' ? location.hash.slice(2) : '');
  }

  /* Texts by name; an empty one is left out. */
  function write(values) {
    var view = read();
    Object.keys(values).forEach(function (name) {
      if (values[name]) {
        view.set(name, values[name]);
      } else {
        view.delete(name);
      }
    });
    var text = view.toString();
    history.replaceState(null, '', text ? '#?' + text : location.pathname + location.search);
  }

  return { read: read, write: write };
}());
