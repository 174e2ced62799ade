package dev.perfbudget.model.json;

import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.Dimension;
import dev.perfbudget.model.Evidence;
import dev.perfbudget.model.InvalidReason;
import dev.perfbudget.model.LimitVerdict;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.Score;
import dev.perfbudget.model.Verdict;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What was decided about one benchmark that was measured, as JSON. */
final class BenchmarkJson {

    private BenchmarkJson() {}

    /** @param reasons words for why a sample was decided so */
    static void put(ObjectNode tree, BenchmarkVerdict benchmark, Function<SampleVerdict, String> reasons) {
        tree.put("id", benchmark.id().name());
        tree.put("mode", benchmark.id().mode().label());
        tree.set("params", Json.MAPPER.valueToTree(benchmark.id().params()));
        tree.put("module", benchmark.module());
        tree.put("outcome", benchmark.outcome().name());
        benchmark.score().ifPresent(score -> addScore(tree, score));
        tree.put("verdict", benchmark.comparison().kind().name());
        if (benchmark.comparison() instanceof Verdict.Invalid invalid
                && invalid.reason() instanceof InvalidReason.NoForkFinished) {
            tree.put("reason", "no fork finished");
        }
        var finished = benchmark.score().map(Score::forks).orElse(0);
        tree.putObject("forks").put("candidate", finished).put("planned", benchmark.plannedForks());
        var failures = tree.putArray("failures");
        benchmark.failures().forEach(failure -> failures.add(Json.MAPPER.<ObjectNode>valueToTree(failure)));
        var limits = tree.putArray("limits");
        benchmark.limits().forEach(limit -> add(limits, limit));
        put(tree.putArray("samples"), benchmark.samples(), reasons);
        if (!benchmark.information().isEmpty()) {
            put(tree.putArray("information"), benchmark.information(), reasons);
        }
    }

    private static void put(ArrayNode tree, List<SampleVerdict> samples, Function<SampleVerdict, String> reasons) {
        samples.forEach(sample -> ComparisonJson.put(tree.addObject(), sample, reasons.apply(sample)));
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
