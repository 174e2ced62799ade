package dev.perfbudget.judge;

import dev.perfbudget.model.Dimension;
import dev.perfbudget.model.SuiteComparison;
import dev.perfbudget.model.SuiteVerdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;

/** The first line about a suite: what became of it, and how many of what there are. */
final class SuiteWords {

    private final SuiteVerdict suite;

    SuiteWords(SuiteVerdict suite) {
        this.suite = suite;
    }

    String sentence() {
        var parts = new ArrayList<String>();
        if (!suite.benchmarks().isEmpty()) {
            parts.add(Words.count(suite.benchmarks().size(), "benchmark") + " (" + outcomes() + ")");
            parts.add("limits: " + limits());
        }
        parts.add(suite.comparison()
                .filter(comparison -> !comparison.verdicts().isEmpty())
                .map(SuiteWords::comparison)
                .orElseGet(this::baselines));
        geomean().ifPresent(words -> parts.add("geometric mean " + words));
        suite.comparison()
                .ifPresent(comparison -> suite.score().ifPresent(score -> parts.add("score " + score + " of 100")));
        return isEmpty() ? nothing() : suite.outcome() + ": " + String.join(", ", parts);
    }

    Optional<String> geomean() {
        return suite.comparison().flatMap(comparison -> comparison.geomean().map(mean -> ChangeWords.of(
                        Dimension.TIME, comparison.rules().slowdown())
                .of(mean)));
    }

    private boolean isEmpty() {
        return suite.benchmarks().isEmpty()
                && suite.comparison()
                        .filter(comparison -> !comparison.verdicts().isEmpty())
                        .isEmpty();
    }

    private String nothing() {
        return suite.outcome() + ": no benchmark was measured, so nothing was judged";
    }

    private String outcomes() {
        var counts = suite.counts();
        var byOutcome = new LinkedHashMap<String, Long>();
        byOutcome.put("failed", (long) counts.failed());
        byOutcome.put("inconclusive", (long) counts.inconclusive());
        byOutcome.put("passed", (long) counts.passed());
        return Words.counts(byOutcome);
    }

    private String limits() {
        var counts = suite.counts();
        var byState = new LinkedHashMap<String, Long>();
        byState.put("broken", (long) counts.limitsBroken());
        byState.put("not measured", (long) counts.limitsUnmeasured());
        byState.put("undecided", (long) counts.limitsUndecided());
        byState.put("held", (long) counts.limitsHeld());
        var words = Words.counts(byState);
        return words.isEmpty() ? "none declared" : words + compliance();
    }

    /** Said unless it is all of them. */
    private String compliance() {
        return suite.compliance().stream()
                .filter(share -> share < 1)
                .mapToObj(share -> " (compliance " + Words.percent(share) + ")")
                .findFirst()
                .orElse("");
    }

    private static String comparison(SuiteComparison comparison) {
        var counts = comparison.counts();
        var byKind = new LinkedHashMap<String, Long>();
        byKind.put("regressed", (long) counts.regressed() - counts.waived());
        byKind.put("regressed but waived", (long) counts.waived());
        byKind.put("invalid", (long) counts.invalid());
        byKind.put("inconclusive", (long) counts.inconclusive());
        byKind.put("unchanged", (long) counts.unchanged());
        byKind.put("improved", (long) counts.improved());
        byKind.put("without a baseline", (long) counts.noBaseline());
        return "compared: " + counts.judged() + " of " + counts.total() + " (" + Words.counts(byKind) + ")";
    }

    private String baselines() {
        var counts = suite.counts();
        var byVerdict = new LinkedHashMap<String, Long>();
        byVerdict.put("without a baseline", (long) counts.noBaseline());
        byVerdict.put("invalid", (long) counts.invalid());
        var words = Words.counts(byVerdict);
        return "compared: none" + (words.isEmpty() ? "" : " (" + words + ")");
    }
}
