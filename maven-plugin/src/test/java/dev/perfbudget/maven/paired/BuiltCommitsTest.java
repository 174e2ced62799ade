package dev.perfbudget.maven.paired;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of builds, and for how long. */
final class BuiltCommitsTest {

    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    private Path directory;

    private BuiltCommits commits = new BuiltCommits(Path.of(""));
    private BuiltCommit kept = new BuiltCommit(Path.of(""));

    @BeforeEach
    void an_empty_cache() {
        commits = new BuiltCommits(directory.resolve("baselines"));
        kept = commits.of(COMMIT, List.of("-Pfast"));
    }

    @Test
    void another_way_of_building_makes_another_build() {
        assertThat(commits.of(COMMIT, List.of("-Pfast"))).isEqualTo(kept);
        assertThat(commits.of(COMMIT, List.of("-Pslow"))).isNotEqualTo(kept);
        assertThat(commits.of(COMMIT.replace('0', '1'), List.of("-Pfast"))).isNotEqualTo(kept);
        assertThat(kept.directory().getFileName().toString()).startsWith("0123456789ab-");
    }

    @Test
    void classes_outlive_the_work_tree() throws IOException {
        var worktree = build("classes of shop");

        worktree.remove();
        kept.removeAbandoned();

        var module = kept.module("com.acme:shop").orElseThrow();
        assertThat(module.entries())
                .extracting(ClassPathEntry::scope)
                .containsExactly(Scope.MAIN_OUTPUT, Scope.COMPILE);
        assertThat(module.entries().get(0).file().resolve("com/acme/Shop.class"))
                .hasContent("classes of shop");
        assertThat(module.entries().get(1).file()).isEqualTo(directory.resolve("core.jar"));
        assertThat(module.benchmarks()).extracting(KnownBenchmark::name).containsExactly("com.acme.Shop.Bench.sell");
        assertThat(kept.module("com.acme:other")).isEmpty();
        assertThat(kept.directory()).isDirectoryNotContaining("glob:**/worktree-*");
    }

    @Test
    void what_was_once_kept_is_not_changed_by_a_later_build() throws IOException {
        build("first");
        build("second");

        assertThat(kept.module("com.acme:shop")
                        .orElseThrow()
                        .entries()
                        .get(0)
                        .file()
                        .resolve("com/acme/Shop.class"))
                .hasContent("first");
    }

    @Test
    void a_module_whose_dependency_is_gone_has_to_be_built_again() throws IOException {
        build("any");
        Files.delete(directory.resolve("core.jar"));

        assertThat(kept.module("com.acme:shop")).isEmpty();
    }

    @Test
    void what_nobody_has_used_for_a_month_is_removed() throws IOException {
        build("any");
        var recent = commits.of(COMMIT, List.of("-Precent"));
        Files.createDirectories(recent.directory());
        Files.setLastModifiedTime(kept.directory(), FileTime.from(Instant.now().minus(Duration.ofDays(31))));

        commits.clean(Instant.now());

        assertThat(kept.directory()).doesNotExist();
        assertThat(recent.directory()).exists();
    }

    @Test
    void what_a_crash_has_left_is_removed_but_not_what_somebody_builds_in() throws Exception {
        kept.newWorktree();
        try (var held = kept.tryLock().orElseThrow()) {
            assertThat(held.channel().isOpen()).isTrue();
            commits.clean(Instant.now());
            assertThat(kept.directory()).isDirectoryContaining("glob:**/worktree-*");
        }

        commits.clean(Instant.now());

        assertThat(kept.directory()).isDirectoryNotContaining("glob:**/worktree-*");
    }

    @Test
    void one_builds_and_others_wait() throws Exception {
        var waits = new CountDownLatch(1);
        CompletableFuture<Boolean> other;
        try (var held = kept.tryLock().orElseThrow()) {
            other = CompletableFuture.supplyAsync(() -> awaited(waits));
            waits.await();
            assertThat(held.channel().isOpen()).isTrue();
            assertThat(other).isNotDone();
        }

        assertThat(other.get()).isTrue();
    }

    private boolean awaited(CountDownLatch waits) {
        try (var held = kept.await(waits::countDown)) {
            return held.channel().isOpen();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private Worktree build(String content) throws IOException {
        var worktree = kept.newWorktree();
        var classes = worktree.directory().resolve("shop/target/classes");
        Files.createDirectories(classes.resolve("com/acme"));
        Files.writeString(classes.resolve("com/acme/Shop.class"), content);
        var core = Files.writeString(directory.resolve("core.jar"), "core");
        var shop = new Coordinates("com.acme:shop", "1");
        kept.keep(
                List.of(new DescribedModule(
                        shop,
                        List.of(
                                new ClassPathEntry(Optional.of(shop), classes, Scope.MAIN_OUTPUT, Role.SUBJECT),
                                new ClassPathEntry(
                                        Optional.of(new Coordinates("com.acme:core", "7")),
                                        core,
                                        Scope.COMPILE,
                                        Role.SUBJECT)),
                        List.of(new KnownBenchmark("com.acme.Shop$Bench", "sell", "avgt")))),
                worktree);
        return worktree;
    }
}
