package dev.perfbudget.judge;

import dev.perfbudget.model.Audit;
import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.LimitVerdict;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.SuiteVerdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** One line about a sample beside its baseline. */
    public static String about(SampleVerdict sample) {
        return new ComparisonWords(sample).sentence();
    }

    /** What was decided of a sample: {@code regressed}, {@code regressed (waived)}, {@code no baseline}. */
    public static String decision(SampleVerdict sample) {
        return new ComparisonWords(sample).decision();
    }

    /** Why that was decided, with the numbers. */
    public static String reason(SampleVerdict sample) {
        return new ComparisonWords(sample).reason();
    }

    /** How far a sample is from its baseline: {@code 1.2 to 3.4 % slower}; empty if that is not known. */
    public static Optional<String> change(SampleVerdict sample) {
        return new ComparisonWords(sample).change();
    }

    /** The change and what it means: {@code within 5 % (1.2 to 3.4 % slower)}; empty if that is not known. */
    public static Optional<String> summary(SampleVerdict sample) {
        return new ComparisonWords(sample).summary();
    }

    /** All about a sample beside its baseline as names and texts, in order. */
    public static Map<String, String> facts(SampleVerdict sample) {
        return new ComparisonWords(sample).facts();
    }

    /** One line about the whole suite: counts by verdict. */
    public static String about(SuiteVerdict suite) {
        return new SuiteWords(suite).sentence();
    }

    /** The geometric mean of all ratios: {@code 1.2 to 3.4 % slower}; empty if there is none. */
    public static Optional<String> geomean(SuiteVerdict suite) {
        return new SuiteWords(suite).geomean();
    }

    /** Limits held of limits set: {@code 99.95 %}; empty if none is set. */
    public static Optional<String> compliance(SuiteVerdict suite) {
        return suite.compliance().stream().mapToObj(Words::percent).findFirst();
    }

    /** How often a suite fails that should not; empty if nothing was compared and no limit is set. */
    public static Optional<String> falseAlarms(SuiteVerdict suite) {
        return new FalseAlarmWords(suite).words();
    }

    /**
     * What to do where a comparison with the stored baseline lets a suite fail, a line for each kind of trouble and for
     * each benchmark that is gone; none where it does not.
     *
     * @param accept the command that takes the run as the new baseline
     */
    public static List<String> nextSteps(SuiteVerdict suite, String accept) {
        return new NextSteps(suite, accept).lines();
    }

    /**
     * The same of what lets a suite fail without any benchmark of it failing: what the baseline has is gone, or nothing
     * could be compared with it.
     */
    public static List<String> besideBenchmarks(SuiteVerdict suite, String accept) {
        return new NextSteps(suite, accept).besideBenchmarks();
    }

    /** What to do about a benchmark that the build has which was measured beside the candidate, and the candidate has not. */
    public static String goneBesideBuild(String benchmark) {
        return InvalidWords.goneBesideBuild(benchmark);
    }

    /** What an audit came to: {@code 24 verdicts about identical code, of which none failed (…); …}. */
    public static String about(Audit audit) {
        return AuditWords.sentence(audit);
    }

    /** The same for those who read about a run: when it was, and whether it speaks of the run's machine. */
    public static String about(Audit audit, Run run) {
        return AuditWords.note(audit, run);
    }
}
