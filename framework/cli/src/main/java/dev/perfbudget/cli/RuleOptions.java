package dev.perfbudget.cli;

import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.model.Design;
import dev.perfbudget.model.Policy;
import dev.perfbudget.model.SuiteControl;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options that say by what rules two sides are compared. */
final class RuleOptions {

    private static final List<String> CONTROLS = List.of("per-benchmark", "holm", "bh");
    private static final List<String> POLICIES = List.of("warn", "fail");
    private static final List<String> LIVE_POLICIES = List.of("warn", "extend", "fail");
    private static final double LARGEST_SLOWDOWN = 100;
    private static final double LARGEST_ALPHA = 0.4;

    /** Shared out over a suite it must still be more than rounding. */
    private static final double SMALLEST_ALPHA = 0.000_001;

    @Option(
            names = "--slowdown",
            arity = "0..1",
            fallbackValue = " ",
            paramLabel = "SHARE",
            hideParamSyntax = true,
            description = "Threshold: the largest slowdown that is accepted. Default: 5%%")
    private List<String> slowdown = new ArrayList<>();

    @Option(
            names = "--alpha",
            arity = "0..1",
            fallbackValue = " ",
            paramLabel = "SHARE",
            hideParamSyntax = true,
            description = "Largest chance of calling regressed what is not. Default: 0.01")
    private List<String> alpha = new ArrayList<>();

    @Option(
            names = "--suite",
            arity = "0..1",
            fallbackValue = " ",
            paramLabel = "RULE",
            hideParamSyntax = true,
            completionCandidates = Controls.class,
            description = "What alpha speaks of: each benchmark (per-benchmark), the whole suite by Holm's rule (holm),"
                    + " the findings by Benjamini and Hochberg's (bh). Default: per-benchmark")
    private List<String> suite = new ArrayList<>();

    @Option(
            names = "--paired",
            description = "The n-th forks of both sides were measured taking turns: they are one block.")
    private boolean isPaired;

    @Option(
            names = "--session-sd",
            arity = "0..1",
            fallbackValue = " ",
            paramLabel = "SHARE",
            hideParamSyntax = true,
            description =
                    "How far sessions are assumed to be apart (standard deviation); counts for less the more of them"
                            + " there are, 0 leaves sessions out of account. Default: 3%%")
    private List<String> sessionSd = new ArrayList<>();

    @Option(
            names = "--policy",
            arity = "0..1",
            fallbackValue = " ",
            paramLabel = "POLICY",
            hideParamSyntax = true,
            completionCandidates = Policies.class,
            description = "What becomes of an inconclusive comparison: warn (exit code 0), fail (3);"
                    + " with --live also extend: all the blocks that there may be, then as warn. Default: warn")
    private List<String> policy = new ArrayList<>();

    /** The rules; what is wrong with the options is added to the problems. */
    ComparisonRules rules(List<String> problems) {
        return ComparisonRules.DEFAULT
                .withSlowdown(new OneValue("--slowdown", slowdown, "5%").share(LARGEST_SLOWDOWN, problems))
                .withAlpha(alpha(problems))
                .withSuite(control(problems))
                .withDesign(isPaired ? Design.PAIRED : Design.UNPAIRED)
                .withSessionSd(new OneValue("--session-sd", sessionSd, "3%").share(1, problems))
                .withPolicy(policy(problems));
    }

    /** The same of those rules that a measurement has, as its settings: only what was given. */
    Map<String, String> settings(List<String> problems) {
        var settings = new LinkedHashMap<String, String>();
        if (!slowdown.isEmpty()) {
            var share = new OneValue("--slowdown", slowdown, "5%").share(LARGEST_SLOWDOWN, problems);
            settings.put("slowdown", BigDecimal.valueOf(share).movePointRight(2).toPlainString() + "%");
        }
        if (!policy.isEmpty()) {
            settings.put("policy", new OneValue("--policy", policy, "warn").word(LIVE_POLICIES, problems));
        }
        return settings;
    }

    private double alpha(List<String> problems) {
        var level = new OneValue("--alpha", alpha, "0.01").share(LARGEST_ALPHA, problems);
        if (level >= SMALLEST_ALPHA) {
            return level;
        }
        problems.add("--alpha: [" + String.join("", alpha) + "] is too small, the smallest is [0.000001].");
        return ComparisonRules.DEFAULT.alpha();
    }

    private SuiteControl control(List<String> problems) {
        return switch (new OneValue("--suite", suite, "per-benchmark").word(CONTROLS, problems)) {
            case "holm" -> SuiteControl.HOLM;
            case "bh" -> SuiteControl.BENJAMINI_HOCHBERG;
            default -> SuiteControl.PER_BENCHMARK;
        };
    }

    private Policy policy(List<String> problems) {
        return new OneValue("--policy", policy, "warn").word(POLICIES, problems).equals("fail")
                ? Policy.FAIL
                : Policy.WARN;
    }

    /** For the completion of shells. */
    static final class Controls implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return CONTROLS.iterator();
        }
    }

    /** For the completion of shells. */
    static final class Policies implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return POLICIES.iterator();
        }
    }
}
