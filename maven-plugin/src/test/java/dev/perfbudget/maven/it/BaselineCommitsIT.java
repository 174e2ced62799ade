package dev.perfbudget.maven.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.maven.LittleGit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other commits that {@code measure} is to compare with: built as this build is, and never installed. */
final class BaselineCommitsIT {

    private static final String MEASURE = "-Dperfbudget.mode=measure";
    /** Which takes less than a block: what is found is looked at here, not what it costs. */
    private static final String SHORT = "-Dperfbudget.iterationTime=10 ms";

    private static final String NO_BLOCKS = "-Dperfbudget.time=1 ms";

    private final Maven maven = Maven.ofThisBuild();

    @TempDir
    private Path directory;

    private Path shop = Path.of("");
    private LittleGit git = new LittleGit(Path.of(""));
    private LittleProject root = LittleProject.emptyIn(Path.of(""));

    @BeforeEach
    void a_shop_with_prices_of_which_two_were_committed() {
        root = LittleProject.emptyIn(directory.resolve("reactor")).withoutOurPlugin();
        var prices = root.module("prices").withoutOurPlugin();
        prices.file(PRICES, prices("committed first")).written();
        git = LittleGit.init(root.written());
        git.commit("prices alone");
        shop = root.module("shop")
                .dependency("com.acme", "prices", "1", "compile")
                .file("src/main/java/com/acme/Shop.java", "package com.acme; public class Shop {}")
                .testBenchmarks("PriceBench", "@Benchmark public char[] price() { return Prices.NAME.toCharArray(); }")
                .written();
        root.written();
        git.commit("one");
        root.file("prices/" + PRICES, prices("committed second"));
        git.commit("two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.8.1", "4.0.0-rc-6"})
    void a_sibling_that_changed_comes_from_the_commit_and_is_the_only_difference(String version) throws IOException {
        root.file("prices/" + PRICES, prices("not committed"));

        var build = Maven.version(version).run(reactor(), "verify", MEASURE, NO_BLOCKS, baseline("HEAD~1"));

        var baseline = BaselineFiles.of(shop);
        assertThat(baseline.name()).isEqualTo("git:HEAD~1 (" + git.run("rev-parse", "--short=7", "HEAD~1") + ")");
        assertThat(baseline.differences())
                .as(build.output())
                .singleElement()
                .asString()
                .startsWith("com.acme:prices 1: the baseline's is [");
        assertThat(baseline.conflicts()).isEmpty();
        assertThat(baseline.classPath())
                .allSatisfy(file -> assertThat(file).isAbsolute().exists());
        assertThat(baseline.classPath().get(0)).isEqualTo(shop.resolve("target/test-classes"));
        assertThat(baseline.classPath()).doesNotContain(shop.resolve("target/classes"));
        assertThat(classesOfPrices(baseline)).contains("committed first").doesNotContain("not committed");
    }

    @Test
    void of_a_module_with_nothing_but_benchmarks_only_what_they_measure_comes_from_the_commit() throws IOException {
        var benchmarks = root.module("benchmarks")
                .dependency("com.acme", "prices", "1", "compile")
                .benchmarks("PriceBench", "@Benchmark public int price() { return Prices.NAME.length(); }")
                .written();
        root.written();
        git.commit("benchmarks");
        root.file("prices/" + PRICES, prices("not committed"));

        var build = maven.run(reactor(), "verify", "-fae", MEASURE, NO_BLOCKS, baseline("HEAD"));

        assertThat(build.output().split("Building the baseline", -1))
                .as("once for both modules that are measured")
                .hasSize(2);
        var baseline = BaselineFiles.of(benchmarks);
        assertThat(baseline.classPath()).startsWith(benchmarks.resolve("target/classes"));
        assertThat(baseline.differences()).singleElement().asString().startsWith("com.acme:prices 1: ");
        assertThat(classesOfPrices(baseline)).contains("committed second");
        assertThat(baseline.conflicts()).isEmpty();
    }

    @Test
    void code_beside_benchmarks_that_changed_is_told_not_to_be_measured() {
        root.module("benchmarks")
                .file(
                        "src/main/java/com/acme/Sum.java",
                        "package com.acme; class Sum { static int of(int a) { return a; } }")
                .benchmarks("SumBench", "@Benchmark public int sum() { return Sum.of(1); }")
                .written();
        root.written();
        git.commit("benchmarks");
        root.file(
                "benchmarks/src/main/java/com/acme/Sum.java",
                "package com.acme; class Sum { static int of(int a) { return a + a; } }");

        var build = maven.run(reactor(), "verify", "-pl", "benchmarks", MEASURE, NO_BLOCKS, baseline("HEAD"));

        var told = "main classes of [com.acme:benchmarks] differ, but both sides run the candidate's";
        assertThat(BaselineFiles.of(reactor().resolve("benchmarks")).conflicts())
                .singleElement()
                .asString()
                .startsWith(told);
        assertThat(build.output())
                .contains("Class paths differ: in nothing; what is found is noise", "Class paths differ: " + told);
    }

    private static String classesOfPrices(BaselineFiles baseline) throws IOException {
        var file = baseline.classPath().stream()
                .map(place -> place.resolve("com/acme/Prices.class"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    @Test
    void what_cannot_be_had_from_git_fails_verify_with_what_to_do() {
        assertThat(MeasureIT.failureOf(maven.run(reactor(), "verify", MEASURE, NO_BLOCKS, baseline("mian"))))
                .contains(":verify", "git knows no commit [mian]", "[main]");
    }

    @Test
    void a_module_that_is_new_since_the_commit_has_no_baseline_and_passes_unless_one_is_demanded() {
        var first = maven.run(reactor(), "verify", MEASURE, SHORT, "-Dperfbudget.slowdown=5%", baseline("HEAD~2"));
        var demanded = maven.run(
                reactor(),
                "verify",
                MEASURE,
                SHORT,
                "-Dperfbudget.slowdown=5%",
                "-Dperfbudget.noBaseline=fail",
                baseline("HEAD~2"));

        var why = "commit " + git.run("rev-parse", "--short=7", "HEAD~2") + " has no module [com.acme:shop]";
        assertThat(first.exitCode()).as(first.output()).isZero();
        assertThat(first.output()).contains("No baseline: " + why, "Not compared with git:HEAD~2", "PriceBench.price");
        assertThat(MeasureIT.failureOf(demanded))
                .contains("com.acme.PriceBench.price", "no baseline (" + why + ")", "perfbudget.noBaseline=fail");
    }

    @Test
    void a_benchmark_that_was_renamed_since_the_commit_fails_the_build_which_names_it() {
        root.file("shop/" + BENCH, "");
        root.module("shop").testBenchmarks("CostBench", "@Benchmark public char[] cost() { return new char[1]; }");

        var build = maven.run(reactor(), "verify", MEASURE, NO_BLOCKS, baseline("HEAD"));

        assertThat(MeasureIT.failureOf(build)).contains(":verify", GONE, LEAVE_OUT);
    }

    @Test
    void so_does_the_last_benchmark_of_a_module_that_was_deleted_unless_it_is_left_out() {
        root.file("shop/" + BENCH, "");

        var build = maven.run(reactor(), "verify", MEASURE, baseline("HEAD"));
        var meant = maven.run(reactor(), "verify", MEASURE, LEAVE_OUT, baseline("HEAD"));

        assertThat(MeasureIT.failureOf(build)).contains(":verify", GONE, LEAVE_OUT);
        assertThat(meant.exitCode()).as(meant.output()).isZero();
    }

    @Test
    void a_build_that_fails_ends_its_output_in_the_message() {
        root.file("prices/" + PRICES, "package com.acme; public class Prices { this does not compile }");
        git.commit("broken");
        root.file("prices/" + PRICES, prices("mended"));

        var build = maven.run(reactor(), "verify", MEASURE, NO_BLOCKS, baseline("main"));

        assertThat(build.exitCode()).isOne();
        assertThat(build.output())
                .contains("perfbudget-maven-plugin:" + System.getProperty("it.version", "") + ":verify")
                .contains(
                        "the build of [git:main", "failed with exit code [1]. Its output ends with:", "Prices.java:[1,")
                .containsPattern("All of it: .*/build.log");
    }

    @Test
    void what_allocates_more_than_at_the_commit_fails_the_build() {
        root.file("prices/" + PRICES, prices("x".repeat(1000)));

        var build = maven.run(reactor(), "verify", MEASURE, baseline("HEAD"));

        assertThat(build.exitCode()).as(build.output()).isOne();
        assertThat(MeasureIT.failureOf(build))
                .contains("MojoFailureException", "com.acme.PriceBench.price")
                .containsPattern("allocation: regressed: .* more");
    }

    @Test
    void it_is_built_once_and_leaves_no_work_tree() {
        var first = maven.run(reactor(), "verify", MEASURE, NO_BLOCKS, baseline("HEAD"));
        var second = maven.run(reactor(), "verify", MEASURE, NO_BLOCKS, baseline("main"));

        assertThat(first.output()).contains("Building the baseline git:HEAD", "have the same classes");
        assertThat(second.output()).doesNotContain("Building the baseline").contains("Baseline: git:main");
        assertThat(maven.run(reactor(), "verify", MEASURE, NO_BLOCKS, "-o", baseline("HEAD~1"))
                        .output())
                .as("offline")
                .contains("Built the baseline in");
        thereIsNoWorkTree();
        assertThat(git.run("status", "--porcelain")).isEmpty();
    }

    @Test
    void if_the_caller_is_interrupted_it_ends_and_leaves_no_work_tree() throws Exception {
        var build = maven.start(reactor(), "verify", MEASURE, NO_BLOCKS, baseline("HEAD"));
        try {
            while (build.isAlive() && javas(build).isEmpty()) {
                Thread.sleep(20);
            }
            var building = javas(build);
            assertThat(building).as("the build of the commit").isNotEmpty();

            new ProcessBuilder("kill", "-INT", "--", "-" + build.pid()).start().waitFor();

            build.onExit().get(60, TimeUnit.SECONDS);
            for (var left : building) {
                left.onExit().get(60, TimeUnit.SECONDS);
            }
            thereIsNoWorkTree();
        } finally {
            build.destroyForcibly();
        }
    }

    private static List<ProcessHandle> javas(Process build) {
        return build.descendants()
                .filter(child -> child.info()
                        .command()
                        .filter(command -> command.endsWith("java"))
                        .isPresent())
                .toList();
    }

    private void thereIsNoWorkTree() {
        assertThat(git.run("worktree", "list").lines()).hasSize(1);
        assertThat(reactor().resolve(".git/worktrees"))
                .satisfiesAnyOf(worktrees -> assertThat(worktrees).doesNotExist(), worktrees -> assertThat(worktrees)
                        .isEmptyDirectory());
    }

    @Test
    void the_local_repository_stays_as_it_is() throws IOException {
        maven.run(reactor(), "verify", MEASURE, NO_BLOCKS, baseline("HEAD"));
        var before = localRepository();

        var build = maven.run(reactor(), "verify", MEASURE, NO_BLOCKS, baseline("HEAD~1"));

        assertThat(build.output()).contains("Built the baseline in");
        assertThat(localRepository()).isEqualTo(before);
        assertThat(before.keySet()).noneMatch(file -> file.startsWith("com/acme/prices"));
    }

    private static Map<String, String> localRepository() throws IOException {
        var repository = Maven.localRepository();
        var files = new TreeMap<String, String>();
        try (var all = Files.walk(repository)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                files.put(
                        repository.relativize(file).toString(),
                        Files.size(file) + " " + Files.getLastModifiedTime(file));
            }
        }
        return files;
    }

    private Path reactor() {
        return directory.resolve("reactor");
    }

    private static final String BENCH = "src/test/java/com/acme/PriceBench.java";
    private static final String GONE = "[com.acme.PriceBench.price] is in the baseline and is not there any more";
    private static final String LEAVE_OUT = "-Dperfbudget.excludes=com.acme.PriceBench.price";
    private static final String PRICES = "src/main/java/com/acme/Prices.java";

    private static String prices(String name) {
        return "package com.acme; public class Prices { public static final String NAME = new String(\"" + name
                + "\"); }";
    }

    private static String baseline(String ref) {
        return "-Dperfbudget.baseline=git:" + ref;
    }
}
