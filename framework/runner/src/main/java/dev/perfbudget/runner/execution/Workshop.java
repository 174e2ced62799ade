package dev.perfbudget.runner.execution;

import dev.perfbudget.model.ForkFailure;
import dev.perfbudget.protocol.ChildEnvironment;
import dev.perfbudget.protocol.Side;
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

/** All that is needed to run forks of a plan: generated code, a place for hosts to connect, the hosts. */
final class Workshop implements Closeable {

    private final Scratch scratch;
    private final Switchboard switchboard;
    private final Hosts hosts;
    private final Generated generated;

    private Workshop(Scratch scratch, Switchboard switchboard, Hosts hosts, Generated generated) {
        this.scratch = scratch;
        this.switchboard = switchboard;
        this.hosts = hosts;
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
        var environment = ChildEnvironment.of(installation.environment());
        var side = sideOf(plan.candidate(), generated);
        var hosts = new Hosts(side, environment, switchboard, scratch.directory(), observer, assignment.timeout());
        return new Workshop(scratch, switchboard, hosts, generated);
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
        switchboard.close();
        scratch.close();
    }
}
