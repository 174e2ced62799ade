package dev.perfbudget.model.json;

import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.Export;
import dev.perfbudget.model.Measurements;
import dev.perfbudget.model.NotExportableException;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.Sample;
import dev.perfbudget.model.SampleId;
import dev.perfbudget.model.StandardMetric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;

/**
 * Measurements as JMH 1.37 writes its results ({@code -rf json}), so that tools for these can show them: a result for each
 * benchmark, of which mode and unit tell whether more is better. What is not known of how it was measured is left out.
 */
public final class JmhExport {

    private final Optional<Run> run;
    private final ArrayNode results = Json.MAPPER.createArrayNode();
    private final List<String> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private JmhExport(Optional<Run> run) {
        this.run = run;
    }

    /**
     * The file.
     *
     * @param session of one session
     * @param run that it comes from, if it comes from one
     * @throws NotExportableException with every benchmark that no result of JMH could be made of
     */
    public static Export of(Measurements session, Optional<Run> run) throws NotExportableException {
        var export = new JmhExport(run);
        byBenchmark(session).forEach(export::add);
        if (!export.problems.isEmpty()) {
            throw new NotExportableException(export.problems);
        }
        return new Export(
                Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(export.results) + "\n", export.notes);
    }

    private static Map<Key, List<Sample>> byBenchmark(Measurements session) {
        var benchmarks = new LinkedHashMap<Key, List<Sample>>();
        for (var sample : session.samples()) {
            benchmarks.computeIfAbsent(Key.of(sample), key -> new ArrayList<>()).add(sample);
        }
        return benchmarks;
    }

    private void add(Key benchmark, List<Sample> samples) {
        var scores = samples.stream().filter(sample -> sample.id().isScore()).toList();
        if (scores.isEmpty()) {
            problems.add(
                    "[" + benchmark + "] has neither [mean] nor [throughput], of which JMH's results have one. Export"
                            + " it as CSV (--format=csv).");
        }
        if (samples.stream().anyMatch(sample -> sample.sessions().size() > 1)) {
            problems.add("[" + benchmark + "] has several sessions, of which a result of JMH has one. Export it as CSV"
                    + " (--format=csv).");
        }
        var others = new ArrayList<>(samples);
        others.removeAll(scores);
        for (var score : scores) {
            add(score, others);
            others.clear();
        }
    }

    private void add(Sample score, List<Sample> others) {
        if (score.forks() == 0) {
            notes.add("[" + score.key() + "] has no values and is left out.");
            return;
        }
        var mode = mode(score);
        if (score.mode().filter(BenchmarkMode.IN_PLACE::equals).isPresent()) {
            notes.add(
                    "[" + score.key() + "] was measured in place, for which JMH has no mode: it is written as [avgt].");
        }
        var result = new JmhResultNode(
                new BenchmarkId(score.id().benchmark(), mode, score.id().params()));
        result.known(score.mode().flatMap(known -> benchmark(score.id(), known)), run);
        result.measured(score, others);
        results.add(result.node());
    }

    private Optional<BenchmarkRun> benchmark(SampleId sample, BenchmarkMode mode) {
        var id = new BenchmarkId(sample.benchmark(), mode, sample.params());
        return run.stream()
                .flatMap(known -> known.benchmarks().stream())
                .filter(benchmark -> benchmark.id().equals(id))
                .findFirst();
    }

    /** One of JMH's: where none is told, the one that gives such a score. */
    private static BenchmarkMode mode(Sample score) {
        return score.mode()
                .filter(mode -> mode != BenchmarkMode.IN_PLACE)
                .orElse(
                        score.id().metric().equals(StandardMetric.THROUGHPUT.label())
                                ? BenchmarkMode.THROUGHPUT
                                : BenchmarkMode.AVERAGE_TIME);
    }

    private record Key(String benchmark, Map<String, String> params, Optional<BenchmarkMode> mode) {

        static Key of(Sample sample) {
            return new Key(sample.id().benchmark(), sample.id().params(), sample.mode());
        }

        @Override
        public String toString() {
            return benchmark + (params.isEmpty() ? "" : params);
        }
    }
}
