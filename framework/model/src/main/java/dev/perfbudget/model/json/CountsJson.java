package dev.perfbudget.model.json;

import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.SuiteComparison;
import dev.perfbudget.model.SuiteVerdict;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** How many of what there are in a verdict, as JSON. */
final class CountsJson {

    private CountsJson() {}

    /** Of what was measured: every benchmark counts once, its samples under a name of their own. */
    static ObjectNode ofRuns(SuiteVerdict verdict) {
        ObjectNode counts = Json.MAPPER.valueToTree(verdict.counts());
        var gone = gone(verdict);
        for (var count : List.of("benchmarks", "failed", "invalid")) {
            counts.put(count, counts.path(count).asInt() + gone);
        }
        verdict.comparison()
                .ifPresent(comparison -> counts.set("samples", Json.MAPPER.valueToTree(comparison.counts())));
        return counts;
    }

    /** Of a comparison alone: every sample is an element, and counts. */
    static ObjectNode ofComparison(SuiteVerdict verdict) {
        ObjectNode counts = Json.MAPPER.valueToTree(verdict.counts());
        verdict.comparison().ifPresent(comparison -> {
            var outcomes =
                    comparison.verdicts().stream().map(SampleVerdict::outcome).toList();
            counts.put("benchmarks", outcomes.size());
            counts.put("passed", count(outcomes, Outcome.PASSED));
            counts.put("failed", count(outcomes, Outcome.FAILED));
            counts.setAll(kinds(comparison));
        });
        return counts;
    }

    private static ObjectNode kinds(SuiteComparison comparison) {
        return Json.MAPPER.valueToTree(comparison.counts());
    }

    /** Benchmarks that are in the baseline alone fail, however many samples they have there. */
    private static int gone(SuiteVerdict verdict) {
        return Math.toIntExact(verdict.gone().stream()
                .map(sample -> sample.key().benchmark())
                .distinct()
                .count());
    }

    private static int count(List<Outcome> all, Outcome wanted) {
        return Math.toIntExact(all.stream().filter(wanted::equals).count());
    }
}
