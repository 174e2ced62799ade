package dev.perfbudget.judge;

import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.LimitVerdict;
import dev.perfbudget.model.SuiteVerdict;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The words of verdicts, for every surface: test results, console, reports, Maven's failure message. */
public final class Sentences {

    private Sentences() {}

    /** One line about a limit: {@code p99 is 61.3 ms (99 % sure …), limit 50 ms (@PerfBudget on …): broken, grade D}. */
    public static String about(LimitVerdict limit) {
        return limit.limit() + ": " + limit.state();
    }

    /** All about one benchmark, a line for each fact; the first line says what was decided. */
    public static String about(BenchmarkVerdict benchmark) {
        return benchmark.limits().stream().map(Sentences::about).collect(Collectors.joining("\n"));
    }

    /** The same as aligned facts: names and texts, in order. */
    public static Map<String, String> facts(BenchmarkVerdict benchmark) {
        return new LinkedHashMap<>(Map.of("benchmark", benchmark.id().toString()));
    }

    /** One line about the whole suite: counts by verdict. */
    public static String about(SuiteVerdict suite) {
        return suite.outcome() + ": " + suite.counts();
    }
}
