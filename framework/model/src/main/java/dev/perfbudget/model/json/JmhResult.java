package dev.perfbudget.model.json;

import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.Sample;
import dev.perfbudget.model.SampleId;
import dev.perfbudget.model.Session;
import dev.perfbudget.model.StandardMetric;
import dev.perfbudget.model.Unit;
import dev.perfbudget.model.input.InputProblems;
import dev.perfbudget.model.input.MemoryAllowance;
import dev.perfbudget.model.input.MetricSelection;
import dev.perfbudget.model.input.UnreadableFileException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonToken;

/** One benchmark in one mode with its parameters, as JMH wrote it. */
final class JmhResult {

    private final JsonSource json;
    private final String source;
    private final MetricSelection metrics;
    private final MemoryAllowance allowance;
    private final InputProblems problems;

    private String benchmark = "";
    private String mode = "";
    private final Map<String, String> params = new LinkedHashMap<>();
    private Optional<JmhMetric> primary = Optional.empty();
    private final Map<String, JmhMetric> secondary = new LinkedHashMap<>();
    private final Map<String, String> jvm = new LinkedHashMap<>();
    private final Set<String> parts = new HashSet<>();

    JmhResult(
            JsonSource json,
            String source,
            MetricSelection metrics,
            MemoryAllowance allowance,
            InputProblems problems) {
        this.json = json;
        this.source = source;
        this.metrics = metrics;
        this.allowance = allowance;
        this.problems = problems;
    }

    /** Reads the present object. */
    void read() throws IOException {
        while (json.nextField()) {
            switch (json.field()) {
                case "benchmark" -> benchmark = once(json.text("the name of a benchmark"));
                case "mode" -> mode = once(json.text("a mode"));
                case "params" -> readParams();
                case "primaryMetric" -> primary = Optional.of(once(metric()));
                case "secondaryMetrics" -> readSecondary();
                case "jmhVersion", "jdkVersion", "vmName" -> jvm.put(json.field(), json.scalar("a text"));
                default -> json.skipValue();
            }
        }
    }

    /** What was measured with, if the result tells: {@code JMH 1.37 on OpenJDK 64-Bit Server VM 17.0.12}. */
    Optional<String> machine() {
        if (!jvm.keySet().containsAll(List.of("jmhVersion", "jdkVersion", "vmName"))) {
            return Optional.empty();
        }
        return Optional.of("JMH " + jvm.get("jmhVersion") + " on " + jvm.get("vmName") + " " + jvm.get("jdkVersion"));
    }

    /** The samples that it gives; what is wrong with it is added to the problems. */
    List<Sample> samples(String place) throws IOException {
        var known = BenchmarkMode.labelled(mode);
        if (benchmark.isBlank()) {
            problems.add(place, "a result of JMH without [benchmark].");
        }
        if (known.isEmpty()) {
            problems.add(place, "[" + mode + "] is no mode of JMH. Known are [thrpt avgt sample ss].");
        }
        if (primary.isEmpty()) {
            problems.add(place, "[" + benchmark + "] has no [primaryMetric].");
        }
        if (benchmark.isBlank() || known.isEmpty() || primary.isEmpty()) {
            return List.of();
        }
        var samples = new ArrayList<Sample>();
        var label = primaryLabel(known.get());
        if (metrics.wants(label, true)) {
            sample(label, known.get(), primary.get(), place).ifPresent(samples::add);
        }
        for (var metric : secondary.entrySet()) {
            sample(metric.getKey(), known.get(), metric.getValue(), place).ifPresent(samples::add);
        }
        return samples;
    }

    private static String primaryLabel(BenchmarkMode mode) {
        return (mode == BenchmarkMode.THROUGHPUT ? StandardMetric.THROUGHPUT : StandardMetric.MEAN).label();
    }

    private Optional<Sample> sample(String label, BenchmarkMode known, JmhMetric metric, String place)
            throws IOException {
        var id = new SampleId(benchmark, params, label);
        var unit = Unit.ofJmh(metric.unit());
        if (unit.isEmpty()) {
            problems.add(
                    metric.unitPlace(), "[" + metric.unit() + "], of [" + id + "], is no unit that is known here.");
            return Optional.empty();
        }
        if (metric.forks().isEmpty()) {
            problems.add(
                    place,
                    "[" + id + "] has no [rawData]. Run JMH without -Djmh.json.rawData=false: one number"
                            + " for each fork is needed.");
            return Optional.empty();
        }
        allowance.takeSample(source);
        allowance.takeText(id.toString().length(), source);
        return Optional.of(
                new Sample(id, Optional.of(known), unit.get(), Optional.empty(), List.of(new Session(metric.forks()))));
    }

    private void readParams() throws IOException {
        if (json.next() == JsonToken.VALUE_NULL) {
            return;
        }
        json.require(JsonToken.START_OBJECT, "parameters by name");
        once(params);
        while (json.nextField()) {
            var name = json.field();
            requireNew(name, params.keySet());
            var value = json.scalar("a parameter's value");
            allowance.takeText(name.length() + value.length(), source);
            params.put(name, value);
        }
    }

    /** Lets a part pass the first time that it stands in the result. */
    private <T> T once(T part) throws IOException {
        requireNew(json.field(), parts);
        parts.add(json.field());
        return part;
    }

    private void requireNew(String name, Set<String> before) throws IOException {
        if (before.contains(name)) {
            throw new UnreadableFileException(
                    "[" + source + "] " + json.place() + ": [" + name + "] stands here a second time.");
        }
    }

    private void readSecondary() throws IOException {
        json.expect(JsonToken.START_OBJECT, "secondary metrics by name");
        once(secondary);
        while (json.nextField()) {
            var label = MetricSelection.label(json.field());
            if (metrics.wants(label, label.equals(StandardMetric.ALLOCATION.label()))) {
                requireNew(label, secondary.keySet());
                allowance.takeSample(source);
                secondary.put(label, metric());
            } else {
                json.skipValue();
            }
        }
    }

    private JmhMetric metric() throws IOException {
        var metric = new JmhMetric(json, source, allowance);
        metric.read();
        return metric;
    }
}
