package dev.perfbudget.model.json;

import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.ConfidenceInterval;
import dev.perfbudget.model.Quantity;
import dev.perfbudget.model.SampleKey;
import dev.perfbudget.model.Score;
import dev.perfbudget.model.Unit;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * Scores as github-action-benchmark takes them of any tool ({@code tool: customSmallerIsBetter}): a list of names, units
 * and values. Its own reader of JMH's results takes throughput for something of which less is better.
 */
public final class ActionExport {

    private static final int DIGITS = 4;

    private ActionExport() {}

    /**
     * The file.
     *
     * @param scores of which less is better
     */
    public static String of(Map<SampleKey, Score> scores) {
        var results = Json.MAPPER.createArrayNode();
        scores.forEach((key, score) -> put(results.addObject(), key, score));
        return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(results) + "\n";
    }

    private static void put(ObjectNode result, SampleKey key, Score score) {
        result.put("name", name(key));
        result.put("unit", score.point().unit().symbol());
        result.put("value", score.point().value());
        score.interval()
                .ifPresent(interval ->
                        result.put("range", range(interval, score.point().unit())));
        result.put("extra", "forks: " + score.forks());
    }

    /** The metric is named where it is another one than the benchmark's score, which is a time here in any mode. */
    private static String name(SampleKey key) {
        return key.benchmark()
                .filter(known -> key.id().isScore())
                .map(BenchmarkId::toString)
                .orElse(key.toString());
    }

    private static String range(ConfidenceInterval interval, Unit unit) {
        return new Quantity(interval.lower(), unit).printAsIs(DIGITS) + " to "
                + new Quantity(interval.upper(), unit).printAsIs(DIGITS);
    }
}
