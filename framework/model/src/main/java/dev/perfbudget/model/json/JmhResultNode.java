package dev.perfbudget.model.json;

import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.ForkSample;
import dev.perfbudget.model.Iteration;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.Sample;
import dev.perfbudget.model.StandardMetric;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One element of a result of JMH, with the fields in JMH's order. */
final class JmhResultNode {

    private static final String ALLOCATION = "gc.alloc.rate.norm";
    private static final double MILLION = 1e6;

    private final BenchmarkId benchmark;
    private final ObjectNode node = Json.MAPPER.createObjectNode();

    JmhResultNode(BenchmarkId benchmark) {
        this.benchmark = benchmark;
    }

    ObjectNode node() {
        return node;
    }

    /** How it was measured, as far as that is known. */
    void known(Optional<BenchmarkRun> measured, Optional<Run> run) {
        run.ifPresent(known -> put("jmhVersion", fact(known.environment().defining(), "jmh.version")));
        node.put("benchmark", benchmark.name());
        node.put("mode", benchmark.mode().label());
        measured.ifPresent(known -> node.put("threads", known.threads()));
        measured.ifPresent(known -> node.put("forks", known.forks().size()));
        run.ifPresent(known -> {
            put("jdkVersion", fact(known.environment().descriptive(), "java.version"));
            put("vmName", fact(known.environment().defining(), "jdk.build"));
        });
        measured.ifPresent(known -> {
            iterations("warmup", known.forks(), Iteration::warmup);
            iterations("measurement", known.forks(), iteration -> !iteration.warmup());
        });
        if (!benchmark.params().isEmpty()) {
            var params = node.putObject("params");
            benchmark.params().forEach(params::put);
        }
    }

    /** What was measured. */
    void measured(Sample score, List<Sample> others) {
        if (!node.has("forks")) {
            node.put("forks", score.forks());
        }
        fill(node.putObject("primaryMetric"), score, benchmark.mode() == BenchmarkMode.SAMPLE_TIME);
        var secondary = node.putObject("secondaryMetrics");
        others.forEach(sample -> fill(secondary.putObject(label(sample)), sample, false));
    }

    private void put(String name, Optional<String> value) {
        value.ifPresent(known -> node.put(name, known));
    }

    private static Optional<String> fact(Map<String, String> facts, String name) {
        return Optional.ofNullable(facts.get(name));
    }

    private void iterations(String name, List<Fork> forks, Predicate<Iteration> wanted) {
        node.put(
                name + "Iterations",
                forks.stream()
                        .mapToLong(fork ->
                                fork.iterations().stream().filter(wanted).count())
                        .max()
                        .orElse(0));
        var time = forks.stream()
                .flatMap(fork -> fork.iterations().stream())
                .filter(wanted)
                .map(Iteration::duration)
                .mapToLong(Duration::toNanos)
                .average();
        time.ifPresent(nanos -> node.put(name + "Time", Math.round(nanos / MILLION) + " ms"));
    }

    private static String label(Sample sample) {
        var label = sample.id().metric();
        return label.equals(StandardMetric.ALLOCATION.label()) ? ALLOCATION : label;
    }

    private static void fill(ObjectNode metric, Sample sample, boolean isHistogram) {
        var forks = sample.sessions().stream()
                .flatMap(session -> session.forks().stream())
                .toList();
        var statistics = JmhStatistics.of(
                forks.stream().flatMap(fork -> fork.values().stream()).toList());
        metric.put("score", statistics.mean());
        metric.put("scoreError", statistics.error());
        metric.putArray("scoreConfidence")
                .add(statistics.mean() - statistics.error())
                .add(statistics.mean() + statistics.error());
        var percentiles = metric.putObject("scorePercentiles");
        JmhStatistics.PERCENTS.forEach(
                percent -> percentiles.put(String.valueOf(percent), statistics.percentile(percent)));
        metric.put("scoreUnit", sample.unit().symbol());
        addRawData(metric.putArray(isHistogram ? "rawDataHistogram" : "rawData"), forks, isHistogram);
    }

    private static void addRawData(ArrayNode all, List<ForkSample> forks, boolean isHistogram) {
        for (var fork : forks) {
            var values = all.addArray();
            for (var value : fork.values()) {
                if (isHistogram) {
                    values.addArray().addArray().add(value).add(1);
                } else {
                    values.add(value);
                }
            }
        }
    }
}
