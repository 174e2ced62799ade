package dev.perfbudget.model.json;

import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.Dimension;
import dev.perfbudget.model.Evidence;
import dev.perfbudget.model.LimitVerdict;
import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.Score;
import dev.perfbudget.model.SuiteComparison;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.model.Verdict;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Verdicts as JSON: the one schema of {@code verdict.json} and of {@code perfbudget compare --format json}. Every number
 * in it is finite; what is absent is absent.
 */
public final class VerdictJson {

    private final Function<SampleVerdict, String> reasons;

    /** @param reasons words for why a sample was decided so: the same as on every other surface */
    public VerdictJson(Function<SampleVerdict, String> reasons) {
        this.reasons = reasons;
    }

    /** As a file for people and programs: indented. */
    public byte[] print(SuiteVerdict verdict) {
        return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(suite(verdict));
    }

    /**
     * On one line, without its end.
     *
     * @param source what the line speaks of, by name: stands right behind the schema
     */
    public String printLine(SuiteVerdict verdict, Map<String, String> source) {
        return line(source, suite(verdict));
    }

    /** That there is no verdict, on one line of the same form. */
    public static String printError(String message, Map<String, String> source) {
        return line(source, Json.MAPPER.createObjectNode().put("error", message));
    }

    private static String line(Map<String, String> source, ObjectNode content) {
        var tree = Json.MAPPER.createObjectNode().put("schema", Json.SCHEMA);
        source.forEach(tree::put);
        return Json.MAPPER.writeValueAsString(tree.setAll(content));
    }

    private ObjectNode suite(SuiteVerdict verdict) {
        var tree = Json.MAPPER.createObjectNode();
        tree.put("schema", Json.SCHEMA);
        tree.put("outcome", verdict.outcome().name());
        tree.set("counts", counts(verdict));
        verdict.comparison()
                .flatMap(SuiteComparison::geomean)
                .ifPresent(geomean -> ComparisonJson.putEffect(tree.putObject("geomean"), geomean));
        var benchmarks = tree.putArray("benchmarks");
        verdict.comparison().ifPresent(comparison -> comparison
                .verdicts()
                .forEach(sample -> ComparisonJson.put(benchmarks.addObject(), sample, reasons.apply(sample))));
        verdict.benchmarks().forEach(benchmark -> add(benchmarks, benchmark));
        verdict.notes().forEach(tree.putArray("notes")::add);
        return tree;
    }

    /** Adds up the elements of {@code benchmarks}: those with limits, and those with a comparison. */
    private static ObjectNode counts(SuiteVerdict verdict) {
        ObjectNode counts = Json.MAPPER.valueToTree(verdict.counts());
        verdict.comparison().ifPresent(comparison -> {
            add(counts, "benchmarks", comparison.verdicts().size());
            add(counts, "passed", withOutcome(comparison, Outcome.PASSED));
            add(counts, "failed", withOutcome(comparison, Outcome.FAILED));
            ObjectNode kinds = Json.MAPPER.valueToTree(comparison.counts());
            kinds.properties()
                    .forEach(kind -> add(counts, kind.getKey(), kind.getValue().intValue()));
        });
        return counts;
    }

    private static void add(ObjectNode counts, String name, int more) {
        counts.put(name, counts.path(name).asInt(0) + more);
    }

    private static int withOutcome(SuiteComparison comparison, Outcome wanted) {
        return Math.toIntExact(comparison.verdicts().stream()
                .filter(sample -> sample.outcome() == wanted)
                .count());
    }

    private static void add(ArrayNode benchmarks, BenchmarkVerdict benchmark) {
        var tree = benchmarks.addObject();
        tree.put("id", benchmark.id().name());
        tree.put("mode", benchmark.id().mode().label());
        tree.set("params", Json.MAPPER.valueToTree(benchmark.id().params()));
        tree.put("module", benchmark.module());
        tree.put("outcome", benchmark.outcome().name());
        benchmark.score().ifPresent(score -> addScore(tree, score));
        tree.put("verdict", benchmark.comparison().kind().name());
        if (benchmark.comparison() instanceof Verdict.Invalid
                && benchmark.samples().isEmpty()) {
            tree.put("reason", "no fork finished");
        }
        var finished = benchmark.score().map(Score::forks).orElse(0);
        tree.putObject("forks").put("candidate", finished).put("planned", benchmark.plannedForks());
        var failures = tree.putArray("failures");
        benchmark.failures().forEach(failure -> failures.add(Json.MAPPER.<ObjectNode>valueToTree(failure)));
        var limits = tree.putArray("limits");
        benchmark.limits().forEach(limit -> add(limits, limit));
    }

    private static void addScore(ObjectNode tree, Score score) {
        var unit = score.point().unit();
        tree.put("metric", unit.dimension() == Dimension.RATE ? "throughput" : "mean");
        tree.put("unit", unit.symbol());
        var node = tree.putObject("score").put("value", score.point().value());
        score.interval().ifPresent(interval -> node.put("lower", interval.lower())
                .put("upper", interval.upper())
                .put("level", interval.level()));
    }

    private static void add(ArrayNode limits, LimitVerdict verdict) {
        var limit = verdict.limit();
        var unit = limit.bound().unit();
        var tree = limits.addObject();
        tree.put("metric", limit.metric().label());
        tree.put("comparison", limit.comparison().symbol());
        tree.put("limit", limit.bound().value());
        tree.put("unit", unit.symbol());
        verdict.evidence().value().ifPresent(measured -> tree.put("measured", measured.in(unit)));
        verdict.bound().ifPresent(bound -> tree.put("bound", bound.in(unit)));
        verdict.evidence().bounds().ifPresent(bounds -> tree.put("level", bounds.level()));
        tree.put("state", verdict.state().name());
        if (verdict.evidence() instanceof Evidence.Nothing nothing) {
            tree.put("reason", nothing.reason());
        }
        verdict.severity().ifPresent(severity -> tree.put("severity", severity.name()));
        verdict.grade().ifPresent(grade -> tree.put("grade", grade.name()));
        tree.put("source", limit.source());
    }
}
