package dev.perfbudget.maven.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One report about all modules of a build, beside those of each. */
final class ReactorIT {

    private static final String COPY = "@Benchmark public int[] copy() { return numbers.clone(); }\n";

    @TempDir
    private Path directory;

    @Test
    void the_report_of_all_modules_is_whole_at_the_end_and_never_green_before() throws IOException {
        var root = LittleProject.emptyIn(directory).withoutOurPlugin();
        root.module("one").benchmarks("OneBench", COPY).written();
        var two = root.module("two").benchmarks("TwoBench", COPY);
        two.written();
        root.module("three").benchmarks("ThreeBench", COPY).written();
        var report = root.written().resolve("target/perfbudget/report/index.html");
        two.budgets("*.allocation = 2 KB\n");

        var stopped = Maven.ofThisBuild().run(directory, "verify", "-Dperfbudget.mode=measure");

        assertThat(stopped.exitCode()).as(stopped.output()).isOne();
        assertThat(stopped.output()).contains("Report of all modules so far: " + report);
        assertThat(Files.readString(report))
                .contains("OneBench.copy", "TwoBench.copy", "FAILED: 2 benchmarks (1 failed, 1 passed)")
                .contains("not judged, or were not when this was written: three.")
                .doesNotContain("ThreeBench");
        two.budgets("*.allocation = 5 KB\n");

        var whole = Maven.ofThisBuild()
                .run(directory, "verify", "-Dperfbudget.mode=measure", "-T3", "-Dperfbudget.sampling=50 ms");

        assertThat(whole.exitCode()).as(whole.output()).isZero();
        assertThat(Files.readString(report))
                .contains("OneBench.copy", "TwoBench.copy", "ThreeBench.copy", "PASSED: 3 benchmarks (3 passed)")
                .doesNotContain("not judged, or were not");
        assertThat(pages(report.resolveSibling("benchmarks")))
                .as("what was sampled of each module")
                .hasSize(3)
                .allSatisfy(page -> assertThat(page).content().contains("Resources while forks ran"));
        assertThat(directory.resolve("target/perfbudget/comment.md"))
                .content()
                .startsWith("<!-- perfbudget:com.acme:")
                .contains("| TwoBench.copy |");
        assertThat(directory.resolve("target/perfbudget/junit"))
                .as("each module's own is published already")
                .doesNotExist();
    }

    private static List<Path> pages(Path folder) throws IOException {
        try (var pages = Files.list(folder)) {
            return pages.toList();
        }
    }
}
