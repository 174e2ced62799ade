package dev.perfbudget.junit;

import dev.perfbudget.junit.client.CannotMeasureException;
import dev.perfbudget.protocol.BenchmarkKey;
import dev.perfbudget.protocol.FromRunner;
import dev.perfbudget.protocol.FromRunner.Decided;
import dev.perfbudget.protocol.Plan;
import dev.perfbudget.protocol.PlannedBenchmark;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opentest4j.TestAbortedException;

/** Turns what the runner says about benchmarks into what happens to tests. */
final class SuiteListener {

    private final Plan.Purpose purpose;
    private final Map<BenchmarkKey, BenchmarkDescriptor> leaves;
    private final SuiteExecution suite;
    private final boolean isWhole;
    private final Set<Leaf> started = new HashSet<>();

    SuiteListener(Plan plan, Collection<BenchmarkDescriptor> leaves, SuiteExecution suite) {
        this.purpose = plan.purpose();
        this.isWhole = isWhole(plan);
        this.leaves = leaves.stream().collect(Collectors.toMap(BenchmarkDescriptor::key, Function.identity()));
        this.suite = suite;
    }

    /** Whether nobody has picked some benchmarks of a class: who does so asks about these, not about the suite. */
    private static boolean isWhole(Plan plan) {
        return plan.benchmarks().stream()
                .map(PlannedBenchmark::key)
                .collect(Collectors.toSet())
                .containsAll(plan.variants());
    }

    void hear(FromRunner message) {
        if (message instanceof FromRunner.Notice notice) {
            print(notice.line());
        } else if (message instanceof FromRunner.Started start) {
            start(leaf(start.benchmark()));
        } else if (message instanceof FromRunner.Progress progress) {
            print(progress.line());
            start(leaf(progress.benchmark()));
            suite.events().published(leaf(progress.benchmark()), progress.facts());
        } else if (message instanceof Decided decided) {
            decide(leaf(decided.benchmark()), decided);
        } else if (message instanceof FromRunner.Finished finished) {
            finish(finished);
        } else if (message instanceof FromRunner.Refused refused) {
            throw new CannotMeasureException(refused.message());
        }
    }

    private void start(Leaf leaf) {
        if (started.add(leaf)) {
            suite.events().started(leaf);
        }
    }

    private void decide(Leaf leaf, Decided decided) {
        if (started.contains(leaf)) {
            suite.events().published(leaf, decided.facts());
        }
        switch (decided.decision()) {
            case PASSED -> {
                printVerdict(decided);
                suite.pass(leaf);
            }
            case FAILED -> suite.fail(leaf, Failures.verdict(leaf, decided));
            case SKIPPED -> leaveOut(leaf, decided.message());
        }
    }

    private void leaveOut(Leaf leaf, String reason) {
        if (started.contains(leaf)) {
            suite.abort(leaf, new TestAbortedException(reason));
            return;
        }
        suite.skip(leaf, reason);
    }

    private void finish(FromRunner.Finished finished) {
        print(finished.summary());
        finished.problems().forEach(SuiteListener::print);
        if (isWhole && !finished.problems().isEmpty()) {
            suite.failSuite(String.join("\n", finished.problems()));
        }
        if (!finished.runDirectory().isEmpty()) {
            suite.keep(finished.runDirectory());
        }
    }

    private BenchmarkDescriptor leaf(BenchmarkKey key) {
        var leaf = leaves.get(key);
        if (leaf == null) {
            throw new CannotMeasureException("The runner speaks of [" + key + "], which nobody asked for.");
        }
        return leaf;
    }

    /** What was only called has no verdict, and is counted in the summary. */
    private void printVerdict(Decided decided) {
        if (purpose == Plan.Purpose.MEASURE) {
            print(decided.message());
        }
    }

    private static void print(String line) {
        if (!line.isBlank()) {
            System.out.println(line);
        }
    }
}
