package dev.perfbudget.maven.paired;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whose code is on the class path of the baseline's side, in which order, and what is said of it. */
final class CompositionTest {

    private final List<ClassPathEntry> candidate = new ArrayList<>();
    private final List<ClassPathEntry> baseline = new ArrayList<>();

    @Test
    void the_subject_of_the_baseline_takes_the_place_of_the_candidates() {
        candidate(testOutput(), main("json", "1.5"), jar("util", "1.3"), harness("assertj", "3"), jar("core", "7"));
        baseline(jar("core", "6"), main("json", "1.4"), jar("util", "1.2"));

        assertThat(files()).containsExactly("test-classes", "json-1.4", "util-1.2", "assertj-3", "core-6");
        assertThat(composition().differences())
                .containsExactly(
                        "main output replaced by [json-1.4]", "com.acme:util 1.2 -> 1.3", "com.acme:core 6 -> 7");
        assertThat(composition().conflicts()).isEmpty();
    }

    @Test
    void what_only_the_candidate_has_is_left_out_and_said() {
        candidate(testOutput(), main("json", "1.5"), jar("new", "1"));
        baseline(main("json", "1.4"));

        assertThat(files()).containsExactly("test-classes", "json-1.4");
        assertThat(composition().differences()).contains("only in the candidate: com.acme:new 1");
    }

    @Test
    void what_only_the_baseline_has_comes_behind_the_subject_and_before_the_rest_of_the_harness() {
        candidate(testOutput(), main("json", "1"), jar("util", "1"), harness("assertj", "3"), jmh());
        baseline(main("json", "1"), jar("one", "1"), jar("util", "1"), jar("two", "2"));

        assertThat(files())
                .containsExactly("test-classes", "json-1", "util-1", "one-1", "two-2", "assertj-3", "jmh-core-1.37");
        assertThat(composition().differences())
                .containsExactly("only in the baseline: com.acme:one 1", "only in the baseline: com.acme:two 2");
    }

    @Test
    void two_sides_alike_differ_in_nothing() {
        candidate(testOutput(), main("json", "1"), jar("util", "1"), jmh());
        baseline(main("json", "1"), jar("util", "1"));

        assertThat(files()).containsExactly("test-classes", "json-1", "util-1", "jmh-core-1.37");
        assertThat(composition().differences()).isEmpty();
    }

    @Test
    void another_build_of_the_same_version_is_a_difference() {
        candidate(main("shop", "1"), jar("sibling", "1-SNAPSHOT"));
        baseline(main("shop", "1"), jar("sibling", "1-SNAPSHOT").at(Path.of("built/classes")));

        assertThat(composition().differences())
                .containsExactly("com.acme:sibling 1-SNAPSHOT: the baseline's is [built/classes]");
    }

    @Test
    void of_what_the_benchmarks_need_in_another_version_both_sides_get_the_candidates() {
        candidate(testOutput(), main("json", "1"), harness("util", "2"));
        baseline(main("json", "1"), jar("util", "1"));

        assertThat(files()).containsExactly("test-classes", "json-1", "util-2");
        assertThat(composition().conflicts())
                .containsExactly("com.acme:util 1 of the baseline is not used:"
                        + " the benchmarks of the candidate need 2, which both sides get");
        assertThat(composition().differences()).isEmpty();
    }

    @Test
    void of_what_the_benchmarks_need_in_another_build_both_sides_get_the_candidates() {
        candidate(main("json", "1"), harness("util", "1"));
        baseline(main("json", "1"), jar("util", "1").at(Path.of("built/util")));

        assertThat(files()).containsExactly("json-1", "util-1");
        assertThat(composition().conflicts()).singleElement().asString().contains("com.acme:util 1", "[util-1]");
    }

    @Test
    void of_what_the_benchmarks_need_in_the_same_version_nothing_is_said() {
        candidate(main("json", "1"), harness("util", "1"));
        baseline(main("json", "1"), jar("util", "1"));

        assertThat(files()).containsExactly("json-1", "util-1");
        assertThat(composition().conflicts()).isEmpty();
    }

    @Test
    void a_classifier_makes_another_artifact() {
        candidate(main("json", "1"), jar("util", "2"));
        baseline(main("json", "1"), jar("util:linux", "1"), jar("util", "1"));

        assertThat(files()).containsExactly("json-1", "util-1", "util:linux-1");
    }

    @Test
    void several_pieces_may_have_the_place_of_the_main_output() {
        candidate(testOutput(), main("json", "1"), jar("util", "1"));
        baseline(folder("old/a"), folder("old/b"), jar("util", "1"));

        assertThat(files()).containsExactly("test-classes", "old/a", "old/b", "util-1");
        assertThat(composition().differences()).containsExactly("main output replaced by [old/a, old/b]");
    }

    @Test
    void without_a_main_output_the_baselines_stands_in_front_of_the_dependencies() {
        candidate(testOutput(), jmh(), jar("util", "1"));
        baseline(jar("util", "1"), folder("old"));

        assertThat(files()).containsExactly("test-classes", "old", "jmh-core-1.37", "util-1");
        assertThat(composition().differences()).containsExactly("only in the baseline: [old]");
    }

    @Test
    void benchmarks_among_the_main_classes_stay_and_named_folders_stand_behind_them() {
        candidate(own("benchmarks", Role.HARNESS), jmh(), jar("json", "2"));
        baseline(folder("old"), jar("json", "2"));

        assertThat(files()).containsExactly("benchmarks-1", "old", "jmh-core-1.37", "json-2");
        assertThat(composition().conflicts()).isEmpty();
    }

    @Test
    void a_subject_of_which_nothing_is_left_is_left_out() {
        candidate(testOutput(), main("json", "1"), jmh());

        assertThat(files()).containsExactly("test-classes", "jmh-core-1.37");
        assertThat(composition().differences()).containsExactly("only in the candidate: com.acme:json 1");
    }

    @Test
    void what_nobody_knows_the_name_of_stays_where_it_is() {
        candidate(main("json", "1"), new ClassPathEntry(Optional.empty(), Path.of("x.jar"), Scope.OTHER, Role.HARNESS));
        baseline(main("json", "1"));

        assertThat(files()).containsExactly("json-1", "x.jar");
    }

    private void candidate(ClassPathEntry... entries) {
        candidate.addAll(List.of(entries));
    }

    private void baseline(ClassPathEntry... entries) {
        baseline.addAll(List.of(entries));
    }

    private Composition composition() {
        return Composition.of(candidate, baseline, List::equals);
    }

    private List<String> files() {
        return composition().classPath().stream().map(Path::toString).toList();
    }

    private static ClassPathEntry testOutput() {
        return new ClassPathEntry(Optional.empty(), Path.of("test-classes"), Scope.TEST_OUTPUT, Role.HARNESS);
    }

    private static ClassPathEntry main(String artifact, String version) {
        return entry(artifact, version, Scope.MAIN_OUTPUT, Role.SUBJECT);
    }

    private static ClassPathEntry own(String artifact, Role role) {
        return entry(artifact, "1", Scope.MAIN_OUTPUT, role);
    }

    private static ClassPathEntry folder(String name) {
        return new ClassPathEntry(Optional.empty(), Path.of(name), Scope.MAIN_OUTPUT, Role.SUBJECT);
    }

    private static ClassPathEntry jar(String artifact, String version) {
        return entry(artifact, version, Scope.COMPILE, Role.SUBJECT);
    }

    private static ClassPathEntry harness(String artifact, String version) {
        return entry(artifact, version, Scope.OTHER, Role.HARNESS);
    }

    private static ClassPathEntry jmh() {
        return harness("jmh-core", "1.37");
    }

    private static ClassPathEntry entry(String artifact, String version, Scope scope, Role role) {
        var coordinates = new Coordinates("com.acme:" + artifact, version);
        return new ClassPathEntry(Optional.of(coordinates), Path.of(artifact + "-" + version), scope, role);
    }
}
