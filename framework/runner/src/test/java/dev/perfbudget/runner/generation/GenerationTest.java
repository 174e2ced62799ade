package dev.perfbudget.runner.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.protocol.BenchmarkKey;
import dev.perfbudget.protocol.PlannedBenchmark;
import dev.perfbudget.protocol.Side;
import dev.perfbudget.runner.Sources;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a real compiler and JMH's real processor, in directories with blanks and umlauts where names may have them. */
class GenerationTest {

    private static final String GOOD =
            """
            package com.acme;
            import org.openjdk.jmh.annotations.*;
            public class Good {
              @Benchmark public int one() { return 1; }
              public static class Nested {
                @Benchmark public int two() { return 2; }
              }
            }
            """;

    private static final String FINAL =
            """
            package com.acme;
            import org.openjdk.jmh.annotations.*;
            @State(Scope.Benchmark)
            public final class Final {
              @Benchmark public int three() { return 3; }
            }
            """;

    @TempDir
    private Path directory;

    private Sources sources;

    @BeforeEach
    void compileInto() throws IOException {
        sources = new Sources(Files.createDirectories(directory.resolve("with blanks/classes")));
    }

    @Test
    void a_class_that_no_processor_has_seen_gets_its_code_and_its_entry_in_the_list() throws IOException {
        sources.compile("com.acme.Good", GOOD);

        var generated = generation().generate(List.of(unlisted("com.acme.Good")));

        var output = generated.directory().orElseThrow();
        assertThat(output.resolve("META-INF/BenchmarkList")).content().contains("com.acme.Good");
        assertThat(output.resolve("com/acme/jmh_generated/Good_one_jmhTest.class"))
                .exists();
        assertThat(generated.problems()).isEmpty();
    }

    @Test
    void a_nested_class_is_generated_on_its_own() throws IOException {
        sources.compile("com.acme.Good", GOOD);

        var generated = generation().generate(List.of(unlisted("com.acme.Good$Nested")));

        assertThat(generated.directory().orElseThrow().resolve("META-INF/BenchmarkList"))
                .content()
                .contains("com.acme.Good.Nested");
    }

    @Test
    void the_same_classes_are_generated_once() throws IOException {
        sources.compile("com.acme.Good", GOOD);
        var first = generation()
                .generate(List.of(unlisted("com.acme.Good")))
                .directory()
                .orElseThrow();
        var marker = Files.createFile(first.resolve("marker"));

        var second = generation()
                .generate(List.of(unlisted("com.acme.Good")))
                .directory()
                .orElseThrow();

        assertThat(second).isEqualTo(first);
        assertThat(marker).exists();
        assertThat(entries(cache())).containsExactly(first);
    }

    @Test
    void changed_classes_are_generated_anew() throws IOException {
        sources.compile("com.acme.Good", GOOD);
        var first = generation().generate(List.of(unlisted("com.acme.Good"))).directory();
        sources.compile("com.acme.Good", GOOD.replace("one()", "uno()"));

        var second = generation().generate(List.of(unlisted("com.acme.Good"))).directory();

        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void a_class_that_jmh_rejects_is_told_of_in_jmhs_words_and_takes_no_other_with_it() throws IOException {
        sources.compile("com.acme.Good", GOOD);
        sources.compile("com.acme.Final", FINAL);

        var generated = generation().generate(List.of(unlisted("com.acme.Good"), unlisted("com.acme.Final")));

        assertThat(generated.problems()).containsOnlyKeys("com.acme.Final");
        assertThat(generated.problems().get("com.acme.Final")).containsIgnoringCase("final");
        assertThat(generated.directory().orElseThrow().resolve("META-INF/BenchmarkList"))
                .content()
                .contains("com.acme.Good")
                .doesNotContain("com.acme.Final");
    }

    @Test
    void where_everything_is_rejected_nothing_is_kept() throws IOException {
        sources.compile("com.acme.Final", FINAL);

        var generated = generation().generate(List.of(unlisted("com.acme.Final")));

        assertThat(generated.directory()).isEmpty();
        assertThat(generated.problems()).containsOnlyKeys("com.acme.Final");
        assertThat(entries(cache())).isEmpty();
    }

    @Test
    void without_a_compiler_the_way_out_is_told() throws IOException {
        sources.compile("com.acme.Good", GOOD);
        var jre = Files.createDirectories(directory.resolve("jre"));
        var side = new Side(jre.toString(), side().classPath(), directory.toString());

        var generated = new Generation(side, processorPath(), cache()).generate(List.of(unlisted("com.acme.Good")));

        assertThat(generated.directory()).isEmpty();
        assertThat(generated.problems().get("com.acme.Good"))
                .contains("[" + jre + "]", "no compiler", "JDK", "jmh-generator-annprocess");
    }

    @Test
    void benchmarks_that_are_listed_need_nothing() throws IOException {
        assertThat(generation().generate(List.of(planned("com.acme.Good", true))))
                .isEqualTo(Generated.NOTHING);
        assertThat(cache()).doesNotExist();
    }

    private Generation generation() {
        return new Generation(side(), processorPath(), cache());
    }

    private Path cache() {
        return directory.resolve("with blanks/generated");
    }

    private Side side() {
        var classPath = new ArrayList<>(List.of(sources.output().toString()));
        classPath.addAll(ownClassPath().map(Path::toString).toList());
        return new Side(System.getProperty("java.home"), classPath, directory.toString());
    }

    private static List<Path> processorPath() {
        return ProcessorPath.find(ownClassPath().toList());
    }

    private static Stream<Path> ownClassPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of);
    }

    private static List<Path> entries(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.toList();
        }
    }

    private static PlannedBenchmark unlisted(String className) {
        return planned(className, false);
    }

    private static PlannedBenchmark planned(String className, boolean listed) {
        var key = new BenchmarkKey(className.replace('$', '.') + ".any", "thrpt", Map.of());
        return new PlannedBenchmark(key, className, List.of("any"), List.of(className), listed, 5, 0, 1, List.of());
    }
}
