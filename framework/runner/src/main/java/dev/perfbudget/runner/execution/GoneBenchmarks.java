package dev.perfbudget.runner.execution;

import dev.perfbudget.model.Baseline;
import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.Sample;
import dev.perfbudget.model.SampleKey;
import dev.perfbudget.protocol.Against;
import dev.perfbudget.protocol.Plan;
import dev.perfbudget.runner.recording.BenchmarkIds;
import dev.perfbudget.runner.workload.BenchmarkMethods;
import dev.perfbudget.runner.workload.ClassFiles;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds benchmarks of the baseline that were deleted or renamed. What a plan leaves out because somebody selected
 * something else is not gone: its method is still there.
 */
final class GoneBenchmarks {

    private GoneBenchmarks() {}

    /** Of what a plan is compared with: what is stored has no part where another build is. */
    static List<BenchmarkId> of(Plan plan, Baseline stored) throws IOException {
        try (var files = new ClassFiles(plan.candidate().classPath())) {
            var methods = new BenchmarkMethods(files);
            if (plan.against() instanceof Against.Artifact build) {
                return ofBuild(build, methods);
            }
            return plan.against() instanceof Against.Stored ? ofStored(stored, plan, methods) : List.of();
        }
    }

    /** Both sides run the candidate's parameters and modes: only what has no method any more is gone. */
    private static List<BenchmarkId> ofBuild(Against.Artifact build, BenchmarkMethods methods) {
        return build.benchmarks().stream()
                .map(BenchmarkIds::of)
                .filter(id -> !methods.has(id.name()))
                .toList();
    }

    private static List<BenchmarkId> ofStored(Baseline stored, Plan plan, BenchmarkMethods methods) {
        var variants = plan.variants().stream().map(BenchmarkIds::of).collect(Collectors.toSet());
        var names = variants.stream().map(BenchmarkId::name).collect(Collectors.toSet());
        // Those that are measured in place are no business of a plan.
        return known(stored)
                .filter(id -> id.mode() != BenchmarkMode.IN_PLACE && !variants.contains(id))
                .filter(id -> names.contains(id.name()) || !methods.has(id.name()))
                .toList();
    }

    /** The same of tests that are measured in place; of a template's invocations those that were not measured may be. */
    static List<BenchmarkId> ofTests(List<String> classPath, Baseline baseline) throws IOException {
        try (var files = new ClassFiles(classPath)) {
            var methods = new BenchmarkMethods(files);
            return known(baseline)
                    .filter(id -> id.mode() == BenchmarkMode.IN_PLACE && !methods.hasTest(id.name()))
                    .toList();
        }
    }

    private static Stream<BenchmarkId> known(Baseline baseline) {
        return baseline.sessions().stream()
                .flatMap(session -> session.samples().stream())
                .map(Sample::key)
                .map(SampleKey::benchmark)
                .flatMap(Optional::stream)
                .distinct();
    }
}
