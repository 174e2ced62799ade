package dev.perfbudget.maven.paired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the build of a baseline is asked for, and what is said when it fails. */
final class BaselineBuildTest {

    private static final String DESCRIBE =
            """
            for argument in "$@"; do
              echo "argument: $argument"
              case "$argument" in -Dperfbudget.describeTo=*) to="${argument#*=}";; esac
            done
            mkdir -p "$to"
            printf 'module.key=com.acme:shop\\nmodule.version=1\\n%s\\n' > "$to/com.acme+shop.properties"
            """;

    @TempDir
    private Path directory;

    private static final String UNKNOWN = "echo '[ERROR] Could not find the selected project in the reactor: %s @'; ";

    private Path log = Path.of("");
    private Worktree worktree = new Worktree(Path.of(""));

    @BeforeEach
    void a_work_tree() throws IOException {
        log = directory.resolve("build.log");
        worktree = Worktree.in(directory.resolve("built"));
        Files.createDirectories(worktree.directory());
    }

    @Test
    void it_compiles_and_describes_with_ours_off_and_installs_nothing() throws Exception {
        var built = run(DESCRIBE.formatted(""));

        assertThat(built).extracting(module -> module.coordinates().key()).containsExactly("com.acme:shop");
        assertThat(Files.readString(log).replace("argument: ", ""))
                .contains("-f\n" + worktree.directory().resolve("pom.xml"))
                .contains("-pl\ncom.acme:shop,com.acme:other\n-am\n")
                .endsWith("-Dperfbudget.skip=true\n-Dperfbudget.describeTo="
                        + directory.resolve("built/described")
                        + "\ntest-compile\ndev.perfbudget:perfbudget-maven-plugin:1.0:describe\n")
                .doesNotContain("install");
    }

    @Test
    void one_that_fails_ends_its_output_in_the_message() {
        var script =
                """
                i=0; while [ $i -lt 100 ]; do i=$((i+1)); echo "line $i"; done
                exit 3
                """;

        assertThatThrownBy(() -> run(script))
                .hasMessageContaining("the build of [git:main (a1b2c3d)] failed with exit code [3]")
                .hasMessageContaining("line 100")
                .hasMessageContaining("line 71")
                .hasMessageNotContaining("line 70")
                .hasMessageContaining("All of it: " + log);
    }

    @Test
    void the_failure_of_a_module_that_is_built_along_does_no_harm() throws Exception {
        assertThat(run(DESCRIBE.formatted("") + "exit 1\n")).hasSize(1);
    }

    @Test
    void of_a_module_that_was_not_there_nothing_is_built_and_nothing_failed() throws Exception {
        assertThat(run(UNKNOWN.formatted("com.acme:shop") + "exit 1\n")).isEmpty();
    }

    @Test
    void without_a_module_that_was_in_no_reactor_there_the_needed_one_is_built_alone() throws Exception {
        var built = run("case \"$*\" in *com.acme:other*) " + UNKNOWN.formatted("com.acme:other") + "exit 1;; esac\n"
                + DESCRIBE.formatted(""));

        assertThat(built).hasSize(1);
        assertThat(Files.readString(log)).doesNotContain("com.acme:other");
    }

    @Test
    void one_that_writes_classes_elsewhere_is_refused() {
        var elsewhere =
                """
                entry.0.key=com.acme:shop\\nentry.0.version=1\\nentry.0.file=/candidate/classes\\n\
                entry.0.scope=MAIN_OUTPUT\\nentry.0.role=SUBJECT""";

        assertThatThrownBy(() -> run(DESCRIBE.replace("%s", elsewhere)))
                .hasMessageContaining("has written the classes of [com.acme:shop] to [/candidate/classes]")
                .hasMessageContaining("relative to the project");
    }

    @Test
    void it_ends_with_us_and_so_does_its_work_tree() throws Exception {
        var pidFile = directory.resolve("pid");
        FakeMaven.thatRuns(
                directory.resolve("maven"),
                "echo $$ > " + pidFile + ".tmp; mv " + pidFile + ".tmp " + pidFile + "; exec sleep 600\n");
        var caller = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        BuildUntilKilled.class.getName(),
                        directory.resolve("maven").toString(),
                        worktree.directory().toString(),
                        log.toString())
                .inheritIO()
                .start();
        try {
            while (caller.isAlive() && !Files.exists(pidFile)) {
                Thread.sleep(20);
            }
            var maven =
                    ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()));

            caller.destroy();
            caller.waitFor();
            maven.ifPresent(
                    left -> left.onExit().orTimeout(60, TimeUnit.SECONDS).join());

            assertThat(worktree.directory()).doesNotExist();
        } finally {
            caller.destroyForcibly();
        }
    }

    private List<DescribedModule> run(String script) throws Exception {
        try (var child = new EndsWithUs(worktree)) {
            return FakeMaven.thatRuns(directory.resolve("maven"), script)
                    .build()
                    .run(child, List.of("com.acme:shop", "com.acme:other"), log);
        }
    }
}
