package dev.perfbudget.maven.doctor;

import dev.perfbudget.model.json.CommittedFiles;
import dev.perfbudget.runner.doctor.Rule;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** All rules about projects. */
public final class ProjectRules {

    private ProjectRules() {}

    /**
     * About a module.
     *
     * @param here the environment class of coming runs, if it can be known; asked only if it is needed
     */
    public static List<Rule> about(ExaminedModule module, Supplier<Optional<KnownClass>> here, LocalDate today) {
        var committed = CommittedFiles.of(module.project().getBasedir().toPath());
        return List.of(
                new Benchmarks(module),
                new Goals(module),
                new OwnVersion(module),
                new Snapshots(module),
                new JmhVersion(module),
                new AnnotationProcessing(module, Runtime.version().feature()),
                new BenchmarkLists(module),
                new StoredBaseline(committed, here),
                new WaiversInForce(committed, module.names(), today),
                new GitHistory(module.project().getBasedir().toPath()),
                new SurefireNames(module),
                new TestClassPath(module),
                new ParallelTests(module),
                new Reruns(module),
                new TestArguments(module),
                new ModulePath(module),
                new BuildThreads(module));
    }
}
