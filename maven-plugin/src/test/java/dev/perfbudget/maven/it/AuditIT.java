package dev.perfbudget.maven.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.json.CommittedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody sees who asks how far a gate can be trusted. */
final class AuditIT {

    private final Maven maven = Maven.ofThisBuild();

    @TempDir
    private Path directory;

    @Test
    void a_module_is_measured_beside_itself_and_later_reports_show_what_came_of_it() throws IOException {
        var project = LittleProject.in(directory.resolve("library"))
                .testBenchmarks("SumBench", "@Benchmark public int sum() { return numbers.length; }");

        var audit = run(project, "perfbudget:audit", "-Dperfbudget.audits=2");

        assertThat(audit.exitCode()).as(audit.output()).isZero();
        assertThat(audit.output())
                .contains(
                        "Baseline: self",
                        "Audit 1 of 2",
                        "Audit 2 of 2",
                        "Audit of 2 runs: 2 verdicts about identical code")
                .containsPattern("SumBench[.]sum +2 ")
                .doesNotContain("Baseline and candidate have the same classes");
        var module = directory.resolve("library");
        var kept = CommittedFiles.of(module).readAudit().orElseThrow();
        assertThat(kept.runs()).isEqualTo(2);
        assertThat(kept.benchmarks()).singleElement().satisfies(benchmark -> {
            assertThat(benchmark.verdicts()).isEqualTo(2);
            assertThat(benchmark.blocks()).isGreaterThanOrEqualTo(10);
            assertThat(benchmark.noise()).isPresent();
        });

        var build = run(project, "verify", "-Dperfbudget.baseline=self");

        assertThat(build.exitCode()).as(build.output()).isZero();
        assertThat(build.output()).contains("Last audit of this gate on such a machine");
        assertThat(Files.readString(module.resolve("target/perfbudget/report/index.html")))
                .contains("Last audit of this gate on such a machine");
    }

    @Test
    void without_a_benchmark_there_is_nothing_to_audit() {
        var build = run(LittleProject.in(directory.resolve("empty")), "perfbudget:audit");

        assertThat(build.exitCode()).as(build.output()).isZero();
        assertThat(build.output()).contains("Nothing to audit: no benchmark is selected in this module.");
    }

    private Maven.Build run(LittleProject project, String goal, String... more) {
        var arguments = new ArrayList<>(List.of(
                goal,
                "-Dperfbudget.iterations=6",
                "-Dperfbudget.warmupIterations=6",
                "-Dperfbudget.iterationTime=20 ms",
                "-Dperfbudget.slowdown=900%"));
        arguments.addAll(List.of(more));
        return maven.run(project.written(), arguments.toArray(String[]::new));
    }
}
