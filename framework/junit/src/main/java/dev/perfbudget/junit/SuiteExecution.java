package dev.perfbudget.junit;

import dev.perfbudget.junit.client.CannotMeasureException;
import dev.perfbudget.protocol.Plan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;

/** One launcher run: every test of it ends, and none that was not measured ends well. */
final class SuiteExecution {

    private final ExecutionRequest request;
    private final RunnerLauncher runner;
    private final EarlierFailures earlierFailures;
    private final Properties system;
    private final BuildTool tool;
    private final Set<Leaf> open;
    private final TestEvents events;
    private final List<String> problems = new ArrayList<>();
    private boolean wasAsked;

    SuiteExecution(
            ExecutionRequest request, RunnerLauncher runner, Properties system, EarlierFailures earlierFailures) {
        this.request = request;
        this.runner = runner;
        this.system = system;
        this.tool = BuildTool.in(system);
        this.earlierFailures = earlierFailures;
        this.open = leaves(request.getRootTestDescriptor());
        var live = new LiveEvents(request.getEngineExecutionListener());
        this.events =
                tool.isSurefire() && countClasses(open) > 1 ? new EventsClassByClass(live, List.copyOf(open)) : live;
    }

    /** What becomes of the engine as a whole: it fails where something does that is no test's fault. */
    TestExecutionResult run() {
        try {
            carryOut();
        } catch (InterruptedException interrupted) {
            failAll("The run was cancelled: the test JVM's thread was interrupted. Nothing was decided.");
            Thread.currentThread().interrupt();
        } catch (CannotMeasureException problem) {
            failAll(problem.getMessage());
        } catch (RuntimeException | LinkageError defect) {
            failAll("PerfBudget failed with a defect of its own: " + defect + ", at "
                    + Stream.of(defect.getStackTrace()).limit(5).toList() + ". Report it with this message.");
        } finally {
            failAll("Nothing was decided about this benchmark.");
            events.close();
        }
        return result();
    }

    private TestExecutionResult result() {
        var root = request.getRootTestDescriptor();
        if (!problems.isEmpty()) {
            var failure = Failures.ofSuite(String.join("\n", problems));
            remember(root, failure);
            return TestExecutionResult.failed(failure);
        }
        return wasAsked
                ? TestExecutionResult.successful()
                : earlierFailures.of(root).map(TestExecutionResult::failed).orElseGet(TestExecutionResult::successful);
    }

    private void remember(TestDescriptor descriptor, Throwable failure) {
        if (tool.isSurefire()) {
            earlierFailures.remember(descriptor, failure);
        }
    }

    /** Something speaks against the suite that is no test's fault. */
    void failSuite(String message) {
        problems.add(message);
    }

    private void carryOut() throws InterruptedException {
        var settings = OutsideSettings.read(system, request.getConfigurationParameters());
        var mode = Mode.of(settings, tool);
        if (mode == Mode.OFF) {
            skipAll("perfbudget.mode is off (" + settings.originOf("mode") + ")");
            return;
        }
        failProblems();
        repeatEarlierFailures();
        var purpose = mode == Mode.SMOKE ? Plan.Purpose.SMOKE : Plan.Purpose.MEASURE;
        for (var plan :
                new Plans(settings, purpose, system).of(openBenchmarks()).entrySet()) {
            var conversation = new SuiteListener(plan.getKey(), plan.getValue(), this);
            wasAsked = true;
            runner.carryOut(plan.getKey(), Cancellation.of(request), conversation::hear);
        }
    }

    /** The files of a run are whole. */
    void keep(String runDirectory) {
        request.getEngineExecutionListener()
                .reportingEntryPublished(
                        request.getRootTestDescriptor(),
                        ReportEntry.from(PerfBudgetTestEngine.RUN_ENTRY, runDirectory));
    }

    TestEvents events() {
        return events;
    }

    void pass(Leaf leaf) {
        finish(leaf, TestExecutionResult.successful());
    }

    void fail(Leaf leaf, Throwable failure) {
        remember(leaf, failure);
        finish(leaf, TestExecutionResult.failed(failure));
    }

    void abort(Leaf leaf, Throwable reason) {
        finish(leaf, TestExecutionResult.aborted(reason));
    }

    void skip(Leaf leaf, String reason) {
        if (open.remove(leaf)) {
            events.skipped(leaf, reason);
        }
    }

    private void finish(Leaf leaf, TestExecutionResult result) {
        if (open.remove(leaf)) {
            events.finished(leaf, result);
        }
    }

    private void failProblems() {
        for (var leaf : List.copyOf(open)) {
            if (leaf instanceof ProblemDescriptor problem) {
                fail(problem, Failures.cannotMeasure(problem.problem()));
            }
        }
    }

    private void repeatEarlierFailures() {
        for (var leaf : List.copyOf(open)) {
            earlierFailures.of(leaf).ifPresent(failure -> fail(leaf, failure));
        }
    }

    private void failAll(String message) {
        List.copyOf(open).forEach(leaf -> fail(leaf, Failures.cannotMeasure(message)));
    }

    private void skipAll(String reason) {
        List.copyOf(open).forEach(leaf -> skip(leaf, reason));
    }

    private List<BenchmarkDescriptor> openBenchmarks() {
        var benchmarks = new ArrayList<BenchmarkDescriptor>();
        for (var leaf : open) {
            if (leaf instanceof BenchmarkDescriptor benchmark) {
                benchmarks.add(benchmark);
            }
        }
        return benchmarks;
    }

    private static Set<Leaf> leaves(TestDescriptor root) {
        var leaves = new LinkedHashSet<Leaf>();
        root.accept(descriptor -> {
            if (descriptor instanceof Leaf leaf) {
                leaves.add(leaf);
            }
        });
        return leaves;
    }

    private static long countClasses(Set<Leaf> leaves) {
        return leaves.stream().map(Leaf::testClass).distinct().count();
    }
}
