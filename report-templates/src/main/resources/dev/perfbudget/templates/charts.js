/*
 * Values and zoom for pictures that say everything without them. Outlines, words and values are finished: this places them
 * along a longer axis, so that lines, dots and letters keep their size. Coordinates are those of the picture.
 */
(function () {
  'use strict';

  var MOST = 10; // as far as numbers along the axes are fine enough
  var STEP = 1.5;
  var NEAR = 40;
  var HALF_A_DOT = 5;
  var BETWEEN_WORDS = 6;
  var LINE = 10;
  var PARTS = 10000;

  var nodes = d3.selectAll('.picture .chart').nodes();
  if (!nodes.length) {
    return;
  }

  var said = d3.select('main').append('p').attr('class', 'said').attr('role', 'status');
  var pictures = nodes.map(function (node, number) {
    var made;
    function picture() {
      made = made || enliven(d3.select(node), number);
      return made;
    }
    // Most are never pointed at: each is prepared when it is. A finger holds on to what it touched first.
    d3.select(node).attr('tabindex', 0).on('pointerenter.first focus.first', picture)
      .selectAll('[data-left]').each(function () {
        d3.select(node).append('rect').attr('class', 'catch').attr('height', node.viewBox.baseVal.height)
          .attr('width', this.dataset.right - this.dataset.left)
          .attr('transform', 'translate(' + this.dataset.left + ' 0)');
      });
    return {
      /* As the address has it: from where to where, in parts of the axis; nothing for all of it. */
      show: function (part) {
        if (part || made) {
          picture().show(part);
        }
      },
      part: function () {
        return made ? made.part() : '';
      }
    };
  });

  function rounded(coordinate) {
    return Math.round(coordinate * 10) / 10;
  }

  /* The marks of one plot, which move with its axis. */
  function plot(group, number, index) {
    var left = Number(group.dataset.left);
    var right = Number(group.dataset.right);
    var id = 'plot-' + number + '-' + index;
    var svg = d3.select(group.ownerSVGElement);
    var size = group.ownerSVGElement.viewBox.baseVal;
    [0, HALF_A_DOT].forEach(function (room) {
      svg.append('clipPath').attr('id', id + '-' + room).append('rect')
        .attr('x', left - room).attr('width', right - left + 2 * room).attr('height', size.height);
    });
    var shapes = d3.select(group).selectAll('path').nodes().map(function (path) {
      var room = path.matches('.dot, .ring, .hole') ? HALF_A_DOT : 0;
      path.setAttribute('clip-path', 'url(#' + id + '-' + room + ')');
      return { path: path, outline: path.getAttribute('d') };
    });
    var words = d3.select(group).selectAll('text').nodes().map(function (text) {
      var box = text.getBBox();
      var x = Number(text.getAttribute('x'));
      return { text: text, x: x, before: x - box.x, after: box.x + box.width - x, y: box.y };
    });
    var transform = d3.zoomIdentity;

    function place(x) {
      return left + transform.applyX(x - left);
    }

    /* Words are whole and at their very place, or not there. */
    function placeWords() {
      var shown = [];
      words.forEach(function (word) {
        var x = place(word.x);
        var fits = x >= left && x <= right && x - word.before >= 0 && x + word.after <= size.width;
        var free = fits && shown.every(function (other) {
          return Math.abs(other.y - word.y) > LINE
            || other.from > x + word.after + BETWEEN_WORDS || other.to < x - word.before - BETWEEN_WORDS;
        });
        if (free) {
          shown.push({ from: x - word.before, to: x + word.after, y: word.y });
        }
        word.text.setAttribute('x', rounded(x));
        word.text.classList.toggle('shown', free);
      });
    }

    return {
      left: left,
      width: right - left,
      place: place,
      holds: function (x) {
        return x >= left && x <= right;
      },
      draw: function (changed) {
        transform = changed;
        shapes.forEach(function (shape) {
          shape.path.setAttribute('d', shape.outline.replace(/([MLH])(-?[\d.]+)/g, function (all, command, x) {
            return command + rounded(place(Number(x)));
          }));
        });
        placeWords();
      }
    };
  }

  function enliven(svg, number) {
    var node = svg.node();
    var size = node.viewBox.baseVal;
    // Browsers would show the title beside the values.
    svg.attr('aria-label', svg.select('title').text()).select('title').remove();
    var plots = svg.selectAll('[data-left]').nodes().map(function (group, index) {
      return plot(group, number, index);
    });
    var points = node.dataset.points.split('\n').filter(Boolean).map(function (line) {
      var cells = line.split('\t');
      var x = Number(cells[0]);
      return {
        x: x,
        y: Number(cells[1]),
        value: cells[2],
        what: cells[3],
        plot: plots.find(function (one) {
          return one.holds(x);
        })
      };
    });
    var transform = d3.zoomIdentity;
    var pointed;
    var grounds = svg.selectAll('.catch');
    var tip = svg.append('g').attr('class', 'tip').attr('visibility', 'hidden');
    var ring = tip.append('circle').attr('r', 7);
    var ground = tip.append('rect').attr('rx', 4).attr('height', 38);
    var value = tip.append('text').attr('class', 'value');
    var what = tip.append('text').attr('class', 'name');
    var reset = d3.select(node.parentNode).append('button').attr('type', 'button').attr('class', 'reset').attr('hidden', '')
      .text('Reset zoom').on('click', function () {
        node.focus({ preventScroll: true });
        show('');
        save();
      });

    /* Values */

    function place(point) {
      return point.plot ? point.plot.place(point.x) : point.x;
    }

    function isShown(point) {
      return !point.plot || point.plot.holds(place(point));
    }

    function nearest(at) {
      var found;
      var least = NEAR;
      points.filter(isShown).forEach(function (point) {
        var distance = Math.hypot(place(point) - at[0], point.y - at[1]);
        if (distance < least) {
          least = distance;
          found = point;
        }
      });
      return found;
    }

    function pointAt(point) {
      pointed = point;
      tip.attr('visibility', point && isShown(point) ? null : 'hidden');
      if (!point) {
        return;
      }
      var x = place(point);
      value.text(point.value);
      what.text(point.what);
      var width = Math.max(value.node().getComputedTextLength(), what.node().getComputedTextLength()) + 16;
      var left = Math.max(0, Math.min(size.width - width, x - width / 2));
      var top = point.y > 50 ? point.y - 50 : point.y + 12;
      ring.attr('cx', x).attr('cy', point.y);
      ground.attr('x', left).attr('y', top).attr('width', width);
      value.attr('x', left + 8).attr('y', top + 16);
      what.attr('x', left + 8).attr('y', top + 31);
    }

    function walk(step) {
      var at = points.indexOf(pointed);
      var next = points[at < 0 ? 0 : Math.max(0, Math.min(points.length - 1, at + step))];
      if (next.plot && !isShown(next)) {
        zoom.translateTo(first(), next.x - next.plot.left, 0);
      }
      pointAt(next);
      said.text(next.value + ', ' + next.what);
    }

    /* Zoom: all plots of a picture at once. Only Ctrl and the wheel, two fingers, and a drag of what is zoomed are taken. */

    var width = plots.length ? plots[0].width : 0;
    var zoom = d3.zoom()
      .scaleExtent([1, MOST])
      .extent([[0, 0], [width, 1]])
      .translateExtent([[0, 0], [width, 1]])
      .filter(function (event) {
        if (event.type === 'wheel') {
          return event.ctrlKey || event.metaKey;
        }
        return event.type === 'touchstart' ? event.touches.length > 1 : !event.button && transform.k > 1;
      })
      .wheelDelta(function (event) {
        var delta = -event.deltaY * (event.deltaMode ? 0.2 : 0.01);
        return Math.max(-0.5, Math.min(0.5, delta));
      })
      .on('zoom', function (event) {
        if (event.transform !== transform) {
          draw(event.transform);
        }
      })
      .on('end', function (event) {
        if (event.sourceEvent) {
          save();
        }
      });
    grounds.call(zoom).on('dblclick.zoom', function () {
      show('');
      save();
    });

    function first() {
      return d3.select(grounds.node());
    }

    function draw(changed) {
      transform = changed;
      grounds.call(zoom.transform, changed);
      plots.forEach(function (one) {
        one.draw(changed);
      });
      svg.classed('zoomed', changed.k > 1);
      reset.attr('hidden', changed.k > 1 ? null : '');
      pointAt(pointed);
    }

    function scale(factor) {
      zoom.scaleBy(first(), factor, pointed && pointed.plot ? [place(pointed) - pointed.plot.left, 0] : undefined);
    }

    function part() {
      return transform.k > 1 ? [0, width].map(function (end) {
        return Math.round(PARTS * transform.invertX(end) / width);
      }).join('.') : '';
    }

    function show(text) {
      var ends = text.split('.').map(Number);
      var share = (ends[1] - ends[0]) / PARTS;
      var isPart = width && ends[0] >= 0 && ends[1] <= PARTS && share >= 1 / MOST - 1 / PARTS && share < 1;
      draw(isPart ? d3.zoomIdentity.scale(1 / share).translate(-width * ends[0] / PARTS, 0) : d3.zoomIdentity);
    }

    svg.on('pointermove pointerdown', function (event) {
      pointAt(nearest(d3.pointer(event, node)));
    }).on('pointerleave blur', function () {
      pointAt();
    }).on('keydown', function (event) {
      var isZoom = width && '+=-0'.indexOf(event.key) >= 0;
      var isWalk = points.length && (event.key === 'ArrowLeft' || event.key === 'ArrowRight');
      if (event.ctrlKey || event.metaKey || event.altKey || !(isZoom || isWalk || event.key === 'Escape')) {
        return;
      }
      event.preventDefault();
      if (isWalk) {
        walk(event.key === 'ArrowLeft' ? -1 : 1);
      } else if (event.key === '0' || event.key === 'Escape') {
        pointAt();
        show('');
      } else {
        scale(event.key === '-' ? 1 / STEP : STEP);
      }
      save();
    });

    return { show: show, part: part };
  }

  /* The address: number of the picture, from where to where. */

  function save() {
    var zoom = pictures.map(function (picture, number) {
      return picture.part() && number + '.' + picture.part();
    }).filter(Boolean).join('_');
    if (zoom !== (perfbudgetView.read().get('zoom') || '')) {
      perfbudgetView.write({ zoom: zoom });
    }
  }

  function restore() {
    var parts = {};
    (perfbudgetView.read().get('zoom') || '').split('_').forEach(function (text) {
      var at = text.indexOf('.');
      parts[text.slice(0, at)] = text.slice(at + 1);
    });
    pictures.forEach(function (picture, number) {
      picture.show(parts[number] || '');
    });
  }

  window.addEventListener('hashchange', restore);
  restore();
}());
