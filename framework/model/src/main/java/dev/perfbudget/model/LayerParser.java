package dev.perfbudget.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the entries of one place as a layer; whatever is wrong goes to the problems. */
final class LayerParser {

    private static final String METRICS = "metrics";
    private static final String SLOWDOWN = "slowdown";

    private final Problems problems;

    LayerParser(Problems problems) {
        this.problems = problems;
    }

    /** Whether an entry of this name belongs to a budget. */
    static boolean isAttribute(String name) {
        return attributes().contains(name);
    }

    /** The names of all attributes. */
    static List<String> attributes() {
        return Stream.concat(StandardMetric.labels().stream(), Stream.of(SLOWDOWN, METRICS))
                .toList();
    }

    Layer parse(List<Entry> entries, boolean isGeneral) {
        var limits = new LinkedHashMap<Metric, List<Limit>>();
        Optional<Optional<Slowdown>> slowdown = Optional.empty();
        for (var entry : entries) {
            if (entry.name().equals(SLOWDOWN)) {
                slowdown = slowdown(entry);
                continue;
            }
            addLimits(entry, limits);
        }
        limits.forEach(this::requireOneOfAKind);
        return new Layer(limits, slowdown, isGeneral);
    }

    private void addLimits(Entry entry, Map<Metric, List<Limit>> limits) {
        var attribute = StandardMetric.labelled(entry.name());
        for (var part : entry.parts().toList()) {
            if (attribute.isPresent() && part.equals(LimitText.NONE)) {
                limits.computeIfAbsent(attribute.get(), metric -> new ArrayList<>());
                continue;
            }
            try {
                var limit = attribute.isPresent()
                        ? LimitText.ofAttribute(attribute.get(), part, entry.source())
                        : LimitText.ofExpression(part, entry.source());
                limits.computeIfAbsent(limit.metric(), metric -> new ArrayList<>())
                        .add(limit);
            } catch (LimitText.WrongTextException wrong) {
                problems.add(entry.where(), wrong.what());
            }
        }
    }

    private Optional<Optional<Slowdown>> slowdown(Entry entry) {
        var text = entry.text().strip();
        if (text.equals(LimitText.NONE)) {
            return Optional.of(Optional.empty());
        }
        var share = QuantityText.parse(text).filter(quantity -> quantity.unit() == Unit.PERCENT);
        if (share.isEmpty() || share.get().value() < 0) {
            problems.add(entry.where(), "[" + text + "] is not a share of at least 0% such as [5%].");
            return Optional.empty();
        }
        return Optional.of(Optional.of(new Slowdown(share.get().value() / 100, text, entry.source())));
    }

    /** Two limits of one metric in one place are a smallest and a largest value, or a contradiction. */
    private void requireOneOfAKind(Metric metric, List<Limit> limits) {
        for (var fromAbove : List.of(true, false)) {
            var same = limits.stream()
                    .filter(limit -> limit.comparison().boundsFromAbove() == fromAbove)
                    .toList();
            if (same.size() > 1) {
                problems.add(
                        same.get(0).source(),
                        metric.label() + " has contradictory limits: " + Limit.texts(same) + ". Keep one of them.");
            }
        }
    }
}
