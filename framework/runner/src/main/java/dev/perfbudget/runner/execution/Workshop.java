package dev.perfbudget.runner.execution;

import dev.perfbudget.model.ForkFailure;
import dev.perfbudget.protocol.Against;
import dev.perfbudget.protocol.ChildEnvironment;
import dev.perfbudget.protocol.Plan;
import dev.perfbudget.protocol.Side;
import dev.perfbudget.protocol.ToFork;
import dev.perfbudget.runner.block.PairedHosts;
import dev.perfbudget.runner.generation.Generated;
import dev.perfbudget.runner.generation.Generation;
import dev.perfbudget.runner.host.ForkObserver;
import dev.perfbudget.runner.host.Hosts;
import dev.perfbudget.runner.host.Switchboard;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that is needed to run forks of a plan: generated code, a place for hosts to connect, the hosts. */
final class Workshop implements Closeable {

    private final Assignment assignment;
    private final ForkObserver observer;
    private final Scratch scratch;
    private final Switchboard switchboard;
    private final Generated generated;
    private final List<Hosts> all = new ArrayList<>();
    private final Hosts hosts;
    private final Optional<PairedHosts> pairedHosts;
    private @Nullable String cancelled;

    private Workshop(
            Assignment assignment,
            ForkObserver observer,
            Scratch scratch,
            Switchboard switchboard,
            Generated generated) {
        this.assignment = assignment;
        this.observer = observer;
        this.scratch = scratch;
        this.switchboard = switchboard;
        this.generated = generated;
        this.hosts = hosts(sideOf(assignment.plan().candidate(), generated), "host");
        this.pairedHosts = baseline(assignment.plan())
                .map(side -> new PairedHosts(hosts(sideOf(side, generated), "host-of-baseline"), hosts));
    }

    /** Generates what is missing, and starts nothing yet. */
    static Workshop open(Assignment assignment, ForkObserver observer) throws IOException {
        var plan = assignment.plan();
        var generated = generation(assignment, plan.candidate()).generate(plan.benchmarks());
        return new Workshop(
                assignment,
                observer,
                new Scratch(assignment.installation().temporary()),
                Switchboard.open(),
                generated);
    }

    private static Generation generation(Assignment assignment, Side side) {
        var cache = Path.of(assignment.plan().outputDirectory(), "generated");
        return new Generation(side, assignment.installation().processorPath(), cache);
    }

    private synchronized Hosts hosts(Side side, String name) {
        var plain = ChildEnvironment.of(assignment.installation().environment());
        var made = new Hosts(
                side,
                assignment.isPaired() ? plain.with(ToFork.TURNS_VARIABLE, "true") : plain,
                switchboard,
                scratch.directory().resolve(name + ".args"),
                observer,
                assignment.timeout());
        all.add(made);
        if (cancelled != null) {
            made.cancel(cancelled);
        }
        return made;
    }

    /** Where the candidate is, on another class path. */
    private static Optional<Side> baseline(Plan plan) {
        return plan.against() instanceof Against.Artifact artifact
                ? Optional.of(new Side(
                        plan.candidate().javaHome(),
                        artifact.classPath(),
                        plan.candidate().workingDirectory()))
                : Optional.empty();
    }

    /** The hosts of both sides, if the plan names a baseline that is measured beside the candidate. */
    Optional<PairedHosts> pairedHosts() {
        return pairedHosts;
    }

    /** New hosts that run a benchmark of ours beside itself: both are of the baseline, so that nothing differs. */
    PairedHosts control(MeasuredBenchmark kernel) throws IOException {
        var baseline = baseline(assignment.plan()).orElseThrow();
        var ofKernel = generation(assignment, baseline).generate(List.of(kernel.planned()));
        failUngenerated(ofKernel, kernel);
        var side = sideOf(baseline, ofKernel);
        return new PairedHosts(hosts(side, "host-of-control"), hosts(side, "other-host-of-control"));
    }

    /** Ends what is running and starts nothing any more. May be called from another thread. */
    synchronized void cancel(String reason) {
        cancelled = reason;
        all.forEach(made -> made.cancel(reason));
    }

    Hosts hosts() {
        return hosts;
    }

    /** Fails the benchmarks of classes that JMH has no code for. */
    void failUngenerated(Collection<MeasuredBenchmark> benchmarks) {
        benchmarks.forEach(benchmark -> failUngenerated(generated, benchmark));
    }

    private static void failUngenerated(Generated generated, MeasuredBenchmark benchmark) {
        var problem = generated.problems().get(benchmark.planned().className());
        if (problem != null && !benchmark.planned().listed()) {
            benchmark.settle(ForkFailure.Kind.NOT_STARTED, problem);
        }
    }

    private static Side sideOf(Side plain, Generated generated) {
        if (generated.directory().isEmpty()) {
            return plain;
        }
        var classPath = new ArrayList<>(List.of(generated.directory().get().toString()));
        classPath.addAll(plain.classPath());
        return new Side(plain.javaHome(), classPath, plain.workingDirectory());
    }

    @Override
    public synchronized void close() {
        all.forEach(Hosts::close);
        switchboard.close();
        scratch.close();
    }
}
