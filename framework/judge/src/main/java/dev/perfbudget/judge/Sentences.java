package dev.perfbudget.judge;

import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.LimitVerdict;
import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.SuiteVerdict;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of verdicts, for every surface: test results, console, reports, Maven's failure message. */
public final class Sentences {

    private Sentences() {}

    /** One line about a limit: {@code p99 is 61.3 ms (99 % sure …), limit 50 ms (@PerfBudget on …): broken, grade D}. */
    public static String about(LimitVerdict limit) {
        return new LimitWords(limit).sentence();
    }

    /** All about one benchmark, a line for each fact; the first line says what was decided. */
    public static String about(BenchmarkVerdict benchmark) {
        return new BenchmarkWords(benchmark).sentences();
    }

    /** The same as facts: names and texts, in order. */
    public static Map<String, String> facts(BenchmarkVerdict benchmark) {
        return new BenchmarkWords(benchmark).facts();
    }

    /** One line about the whole suite: counts by verdict. */
    public static String about(SuiteVerdict suite) {
        if (suite.benchmarks().isEmpty()) {
            return suite.outcome() + ": no benchmark was measured, so nothing was judged";
        }
        var counts = suite.counts();
        return suite.outcome() + ": " + Words.count(counts.benchmarks(), "benchmark") + " (" + benchmarks(counts)
                + "), limits: " + limits(counts) + ", " + baselines(counts);
    }

    /** The summary, then all about every benchmark that does not pass: enough to act on. */
    public static String failures(SuiteVerdict suite) {
        var failures = suite.benchmarks().stream()
                .filter(benchmark -> benchmark.outcome() != Outcome.PASSED)
                .map(Sentences::about);
        return Stream.concat(Stream.of(about(suite)), failures).collect(Collectors.joining("\n"));
    }

    private static String benchmarks(SuiteVerdict.Counts counts) {
        var byOutcome = new LinkedHashMap<String, Long>();
        byOutcome.put("failed", (long) counts.failed());
        byOutcome.put("inconclusive", (long) counts.inconclusive());
        byOutcome.put("passed", (long) counts.passed());
        return Words.counts(byOutcome);
    }

    private static String limits(SuiteVerdict.Counts counts) {
        var byState = new LinkedHashMap<String, Long>();
        byState.put("broken", (long) counts.limitsBroken());
        byState.put("not measured", (long) counts.limitsUnmeasured());
        byState.put("undecided", (long) counts.limitsUndecided());
        byState.put("held", (long) counts.limitsHeld());
        var words = Words.counts(byState);
        return words.isEmpty() ? "none declared" : words;
    }

    private static String baselines(SuiteVerdict.Counts counts) {
        var byVerdict = new LinkedHashMap<String, Long>();
        byVerdict.put("without a baseline", (long) counts.noBaseline());
        byVerdict.put("invalid", (long) counts.invalid());
        return "compared: none (" + Words.counts(byVerdict) + ")";
    }
}
