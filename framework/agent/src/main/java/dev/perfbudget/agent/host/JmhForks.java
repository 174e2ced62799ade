package dev.perfbudget.agent.host;

import dev.perfbudget.agent.fork.ForkAgent;
import dev.perfbudget.protocol.BenchmarkKey;
import dev.perfbudget.protocol.FromHost;
import dev.perfbudget.protocol.FromHost.ForkCompleted;
import dev.perfbudget.protocol.Secondary;
import dev.perfbudget.protocol.ToHost.Effort;
import dev.perfbudget.protocol.ToHost.RunFork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Utils;

/** Runs forks with JMH's runner: one run, one fork. */
final class JmhForks {

    private final ForkOutput output;
    private int hotProcessors;

    JmhForks(ForkOutput output) {
        this.output = output;
    }

    /** Runs one fork to its end, whichever that is. */
    FromHost run(RunFork command) {
        output.startFork();
        var failures = new FailureText(command, output);
        try {
            var listed = ListedBenchmark.find(command.benchmark(), output);
            if (listed.isEmpty()) {
                return failures.notListed();
            }
            if (listed.get().contradicted()) {
                return failures.contradictoryLists();
            }
            var results = new Runner(options(command, listed.get()).build(), output).run();
            return completed(command, results, failures);
        } catch (RunnerException | RuntimeException failed) {
            return failures.of(failed);
        }
    }

    private ChainedOptionsBuilder options(RunFork command, ListedBenchmark listed) {
        var benchmark = command.benchmark();
        var options = new OptionsBuilder()
                .include("^" + Pattern.quote(benchmark.name()) + "$")
                .mode(mode(benchmark))
                .forks(1)
                .warmupForks(0)
                .shouldFailOnError(true)
                .addProfiler(ForkAgent.class);
        benchmark.params().forEach(options::param);
        if (listed.threads() == Threads.MAX) {
            options.threads(hotProcessors());
        }
        if (command.effort() instanceof Effort.Fixed fixed) {
            limit(options, fixed, mode(benchmark) == Mode.SingleShotTime);
        }
        if (command.effort() instanceof Effort.AsAnnotated annotated && annotated.timeouts() > 1) {
            options.timeout(multiplied(listed.timeout(), annotated.timeouts()));
        }
        return options;
    }

    private static TimeValue multiplied(TimeValue time, int factor) {
        return new TimeValue(time.getTime() * factor, time.getTimeUnit());
    }

    private static void limit(ChainedOptionsBuilder options, Effort.Fixed effort, boolean singleShot) {
        options.warmupIterations(effort.warmupIterations()).measurementIterations(effort.measurementIterations());
        if (singleShot) {
            options.timeout(TimeValue.nanoseconds(effort.timeoutNanos()));
            return;
        }
        var longest = Math.max(effort.warmupNanos(), effort.measurementNanos());
        options.warmupTime(TimeValue.nanoseconds(effort.warmupNanos()))
                .measurementTime(TimeValue.nanoseconds(effort.measurementNanos()))
                // JMH counts from the start of the iteration.
                .timeout(TimeValue.nanoseconds(longest + effort.timeoutNanos()));
    }

    /** As JMH finds it, by more than a second of work; it would do so again for every fork. */
    private int hotProcessors() {
        if (hotProcessors == 0) {
            hotProcessors = Utils.figureOutHotCPUs();
        }
        return hotProcessors;
    }

    private static Mode mode(BenchmarkKey benchmark) {
        return Arrays.stream(Mode.values())
                .filter(mode -> mode.shortLabel().equals(benchmark.mode()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("JMH has no mode [" + benchmark.mode() + "]"));
    }

    private static FromHost completed(RunFork command, Collection<RunResult> results, FailureText failures) {
        if (results.size() != 1
                || results.iterator().next().getBenchmarkResults().size() != 1) {
            return failures.endedEarly(0);
        }
        var run = results.iterator().next();
        var fork = run.getBenchmarkResults().iterator().next();
        var scores = scores(fork);
        // JMH takes what it has from a fork that ends with code 0 half-way; the metadata comes at the very end.
        if (fork.getMetadata() == null
                || scores.size() != run.getParams().getMeasurement().getCount()) {
            return failures.endedEarly(scores.size());
        }
        return new ForkCompleted(
                command.forkId(),
                key(run.getParams()),
                run.getParams().getThreads(),
                fork.getScoreUnit(),
                scores,
                secondary(fork));
    }

    private static List<Double> scores(BenchmarkResult fork) {
        var scores = new ArrayList<Double>();
        for (var iteration : fork.getIterationResults()) {
            Result<?> primary = iteration.getPrimaryResult();
            scores.add(primary.getScore());
        }
        return scores;
    }

    private static List<Secondary> secondary(BenchmarkResult fork) {
        var byLabel = fork.getSecondaryResults();
        var secondary = new ArrayList<Secondary>();
        for (var label : byLabel.keySet()) {
            Result<?> score = byLabel.get(label);
            secondary.add(new Secondary(label, score.getScore(), score.getScoreUnit()));
        }
        return secondary;
    }

    private static BenchmarkKey key(BenchmarkParams benchmark) {
        var params = new LinkedHashMap<String, String>();
        for (var name : benchmark.getParamsKeys()) {
            params.put(name, benchmark.getParam(name));
        }
        return new BenchmarkKey(benchmark.getBenchmark(), benchmark.getMode().shortLabel(), params);
    }
}
