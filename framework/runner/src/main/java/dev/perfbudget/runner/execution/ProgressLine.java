package dev.perfbudget.runner.execution;

import dev.perfbudget.model.Fork;
import dev.perfbudget.model.ForkFailure;
import dev.perfbudget.model.Iteration;
import dev.perfbudget.model.Quantity;
import dev.perfbudget.model.Unit;
import dev.perfbudget.protocol.FromRunner;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What people see of a benchmark after each fork, aligned from line to line and as facts. */
final class ProgressLine {

    private static final int DIGITS = 4;
    private static final int SCORE_WIDTH = 14;

    private final DisplayNames names;

    ProgressLine(DisplayNames names) {
        this.names = names;
    }

    /** {@code JsonBench.parse  fork 3 of 5  118.2 us/op  steady}. */
    FromRunner.Progress finished(MeasuredBenchmark benchmark, Fork fork) {
        var score = score(fork);
        var steady = fork.steadiness().steady() ? "steady" : "not steady";
        var facts = facts(benchmark, fork.index());
        facts.put("score", score);
        facts.put("steadiness", steady);
        var line = head(benchmark, fork.index()) + " ".repeat(Math.max(0, SCORE_WIDTH - score.length())) + score + "  "
                + steady;
        return new FromRunner.Progress(benchmark.key(), line, facts);
    }

    /** {@code JsonBench.parse  fork 1 of 5  threw java.lang.IllegalStateException: boom}; the name stands there once. */
    FromRunner.Progress failed(MeasuredBenchmark benchmark, ForkFailure failure) {
        var message = failure.message().replace("[" + benchmark.key() + "] ", "");
        var facts = facts(benchmark, failure.index());
        facts.put("failure", message);
        var line = head(benchmark, failure.index()) + "  "
                + message.lines().findFirst().orElse("");
        return new FromRunner.Progress(benchmark.key(), line, facts);
    }

    private String head(MeasuredBenchmark benchmark, int fork) {
        var planned = Integer.toString(benchmark.plannedForks());
        return String.format(
                Locale.ROOT, "%s  fork %" + planned.length() + "d of %s", names.of(benchmark.id()), fork + 1, planned);
    }

    private static Map<String, String> facts(MeasuredBenchmark benchmark, int fork) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("benchmark", benchmark.id().toString());
        facts.put("fork", (fork + 1) + " of " + benchmark.plannedForks());
        return facts;
    }

    /** The mean of the measured iterations: a first impression, not what is judged. */
    private static String score(Fork fork) {
        var mean = fork.iterations().stream()
                .filter(iteration -> !iteration.warmup())
                .mapToDouble(Iteration::score)
                .average()
                .orElse(Double.NaN);
        if (!Double.isFinite(mean)) {
            return mean + " " + fork.unit();
        }
        return Unit.parse(fork.unit())
                .map(unit ->
                        new Quantity(mean, unit).print(DIGITS) + (fork.unit().endsWith("/op") ? "/op" : ""))
                .orElseGet(() -> String.format(Locale.ROOT, "%.4g %s", mean, fork.unit()));
    }
}
