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
import java.util.function.BiFunction;

/** All that is needed to run forks of a plan: generated code, a place for hosts to connect, the hosts. */
final class Workshop implements Closeable {

    private final Scratch scratch;
    private final Switchboard switchboard;
    private final Hosts hosts;
    private final Optional<Hosts> ofBaseline;
    private final Generated generated;

    private Workshop(
            Scratch scratch, Switchboard switchboard, Hosts hosts, Optional<Hosts> ofBaseline, Generated generated) {
        this.scratch = scratch;
        this.switchboard = switchboard;
        this.hosts = hosts;
        this.ofBaseline = ofBaseline;
        this.generated = generated;
    }

    /** Generates what is missing, and starts nothing yet. */
    static Workshop open(Assignment assignment, ForkObserver observer) throws IOException {
        var plan = assignment.plan();
        var installation = assignment.installation();
        var cache = Path.of(plan.outputDirectory(), "generated");
        var generated =
                new Generation(plan.candidate(), installation.processorPath(), cache).generate(plan.benchmarks());
        var switchboard = Switchboard.open();
        var scratch = new Scratch(installation.temporary());
        var plain = ChildEnvironment.of(installation.environment());
        var baseline = baseline(plan);
        var environment = baseline.isEmpty() ? plain : plain.with(ToFork.TURNS_VARIABLE, "true");
        BiFunction<Side, String, Hosts> hosts = (side, name) -> new Hosts(
                sideOf(side, generated),
                environment,
                switchboard,
                scratch.directory().resolve(name + ".args"),
                observer,
                assignment.timeout());
        return new Workshop(
                scratch,
                switchboard,
                hosts.apply(plan.candidate(), "host"),
                baseline.map(side -> hosts.apply(side, "host-of-baseline")),
                generated);
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
        return ofBaseline.map(baseline -> new PairedHosts(baseline, hosts));
    }

    /** Ends what is running and starts nothing any more. May be called from another thread. */
    void cancel(String reason) {
        hosts.cancel(reason);
        ofBaseline.ifPresent(baseline -> baseline.cancel(reason));
    }

    Hosts hosts() {
        return hosts;
    }

    /** Fails the benchmarks of classes that JMH has no code for. */
    void failUngenerated(Collection<MeasuredBenchmark> benchmarks) {
        for (var benchmark : benchmarks) {
            var problem = generated.problems().get(benchmark.planned().className());
            if (problem != null && !benchmark.planned().listed()) {
                benchmark.settle(ForkFailure.Kind.NOT_STARTED, problem);
            }
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
    public void close() {
        hosts.close();
        ofBaseline.ifPresent(Hosts::close);
        switchboard.close();
        scratch.close();
    }
}
