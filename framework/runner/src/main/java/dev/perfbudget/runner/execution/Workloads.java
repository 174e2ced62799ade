package dev.perfbudget.runner.execution;

import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.protocol.Plan;
import dev.perfbudget.runner.recording.BenchmarkIds;
import dev.perfbudget.runner.workload.ClassFiles;
import dev.perfbudget.runner.workload.WorkloadFingerprint;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The fingerprints of a plan's benchmarks, taken before they are measured: a build may write the classes anew. */
final class Workloads {

    private final Map<BenchmarkId, String> fingerprints;

    private Workloads(Map<BenchmarkId, String> fingerprints) {
        this.fingerprints = fingerprints;
    }

    static Workloads of(Plan plan) throws IOException {
        try (var files = new ClassFiles(plan.candidate().classPath())) {
            var fingerprint = new WorkloadFingerprint(files);
            var fingerprints = new HashMap<BenchmarkId, String>();
            for (var benchmark : plan.benchmarks()) {
                fingerprints.put(BenchmarkIds.of(benchmark.key()), fingerprint.of(benchmark.workloadClasses()));
            }
            return new Workloads(fingerprints);
        }
    }

    String of(BenchmarkId id) {
        return fingerprints.getOrDefault(id, "");
    }
}
