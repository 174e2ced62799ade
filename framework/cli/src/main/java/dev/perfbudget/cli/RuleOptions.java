package dev.perfbudget.cli;

import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.model.Design;
import dev.perfbudget.model.Policy;
import dev.perfbudget.model.SuiteControl;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that say by what rules two sides are compared. */
final class RuleOptions {

    @Option(
            names = "--slowdown",
            paramLabel = "SHARE",
            defaultValue = "5%",
            converter = Share.Converter.class,
            description = "Threshold: the largest slowdown that is accepted. Default: ${DEFAULT-VALUE}")
    private Share slowdown = new Share(0);

    @Option(
            names = "--alpha",
            paramLabel = "SHARE",
            defaultValue = "0.01",
            converter = Share.Converter.class,
            description = "Largest chance of calling regressed what is not. Default: ${DEFAULT-VALUE}")
    private Share alpha = new Share(0);

    @Option(
            names = "--suite",
            paramLabel = "RULE",
            defaultValue = "per-benchmark",
            description = "What alpha speaks of: each benchmark (per-benchmark), the whole suite by Holm's rule (holm),"
                    + " the findings by Benjamini and Hochberg's (bh). Default: ${DEFAULT-VALUE}")
    private String suite = "";

    @Option(
            names = "--paired",
            description = "The n-th forks of both sides were measured taking turns: they are one block.")
    private boolean isPaired;

    @Option(
            names = "--session-sd",
            paramLabel = "SHARE",
            defaultValue = "3%",
            converter = Share.Converter.class,
            description = "How far sessions are apart (standard deviation) where there are too few to learn it from;"
                    + " 0 leaves sessions out of account. Default: ${DEFAULT-VALUE}")
    private Share sessionSd = new Share(0);

    @Option(
            names = "--policy",
            paramLabel = "POLICY",
            defaultValue = "warn",
            description = "What becomes of an inconclusive comparison: warn (exit code 0), fail (3)."
                    + " Default: ${DEFAULT-VALUE}")
    private String policy = "";

    /** The rules, or all that is wrong with the options. */
    ComparisonRules rules() throws BadInputException {
        var problems = new ArrayList<String>();
        var control = control(problems);
        var judged = policy(problems);
        check(alpha.value() > 0 && alpha.value() <= 0.5, problems, "--alpha", alpha, "above 0 and at most 0.5");
        check(sessionSd.value() <= 1, problems, "--session-sd", sessionSd, "from 0 to 1");
        if (!problems.isEmpty()) {
            throw new BadInputException(problems);
        }
        return ComparisonRules.DEFAULT
                .withSlowdown(slowdown.value())
                .withAlpha(alpha.value())
                .withSuite(control)
                .withDesign(isPaired ? Design.PAIRED : Design.UNPAIRED)
                .withSessionSd(sessionSd.value())
                .withPolicy(judged);
    }

    private SuiteControl control(List<String> problems) {
        return switch (suite) {
            case "per-benchmark" -> SuiteControl.PER_BENCHMARK;
            case "holm" -> SuiteControl.HOLM;
            case "bh" -> SuiteControl.BENJAMINI_HOCHBERG;
            default -> {
                problems.add("--suite: [" + suite + "] is none of [per-benchmark holm bh].");
                yield SuiteControl.PER_BENCHMARK;
            }
        };
    }

    private Policy policy(List<String> problems) {
        return switch (policy) {
            case "warn" -> Policy.WARN;
            case "fail" -> Policy.FAIL;
            default -> {
                problems.add("--policy: [" + policy + "] is none of [warn fail].");
                yield Policy.WARN;
            }
        };
    }

    private static void check(boolean isRight, List<String> problems, String option, Share found, String wanted) {
        if (!isRight) {
            problems.add(option + ": [" + found.value() + "] must be " + wanted + ".");
        }
    }
}
