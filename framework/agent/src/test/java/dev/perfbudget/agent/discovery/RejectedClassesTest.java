package dev.perfbudget.agent.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.generators.BenchmarkProcessor;

/** What JMH rejects is rejected with JMH's reason: both are asked about the same source. */
class RejectedClassesTest {

    private static final String HEADER =
            """
            package rejected;
            import org.openjdk.jmh.annotations.*;
            import org.openjdk.jmh.infra.*;
            """;

    @TempDir
    Path directory;

    private final BenchmarkScanner scanner = new BenchmarkScanner();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public final class Bench { @Benchmark public void m() {} }",
                "class Bench { @Benchmark public void m() {} }",
                "@State(Scope.Thread) class Bench { @Benchmark public void m() {} }",
                "@State(Scope.Thread) public class Bench { private Bench() {} @Benchmark public void m() {} }",
                "@State(Scope.Thread) public class Bench { Bench() {} @Benchmark public void m() {} }",
                "public class Bench { public Bench(int x) {} @Benchmark public void m() {} }",
                "public class Bench { int field; @Benchmark public void m() {} }",
                "public class Bench { @Benchmark void m() {} }",
                "public class Bench { @Benchmark private void m() {} }",
                "public class Bench { @Benchmark public synchronized void m() {} }",
                "@State(Scope.Thread) public class Bench { @Benchmark public static synchronized void m() {} }",
                "public class Bench { @Benchmark public void m() {} @Benchmark public void m(Blackhole b) {} }",
                "public class Bench { @Benchmark public void m(String notAState) {} }",
                "public class Bench { @Benchmark public void m(int notAState) {} }",
                "public class Bench { @Benchmark public void m(int[] notAState) {} }",
                "public class Bench { @Benchmark @OperationsPerInvocation(0) public void m() {} }",
                "public class Bench { @Benchmark @Group(\"not an identifier\") public void m() {} }",
                "public class Bench { @Benchmark @Group(\"g\") @Threads(2) public void m() {} }",
                "@State(Scope.Group) public class Bench { @Benchmark public void m() {} }",
                "public class Bench { @Benchmark @Group(\"g\") @OperationsPerInvocation(1) public void a() {}"
                        + " @Benchmark @Group(\"g\") @OperationsPerInvocation(2) public void b() {} }",
                "@State(Scope.Thread) public class Bench { @Param(\"x\") public int p; @Benchmark public void m() {} }",
                "@State(Scope.Thread) public class Bench { @Param public int p; @Benchmark public void m() {} }",
                "@State(Scope.Thread) public class Bench { @Param(\"1\") public Object p; @Benchmark public void m() {} }",
                "@State(Scope.Thread) public class Bench { @Param(\"1\") public int[] p; @Benchmark public void m() {} }",
                "@State(Scope.Thread) public class Bench { @Param(\"1\") public final int p = 2;"
                        + " @Benchmark public void m() {} }",
                "@State(Scope.Thread) public class Bench { enum E { A } @Param(\"B\") public E p;"
                        + " @Benchmark public void m() {} }",
                "@State(Scope.Thread) public class Bench { enum E {} @Param public E p; @Benchmark public void m() {} }",
                "@State(Scope.Thread) public class Bench { @Setup private void s() {} @Benchmark public void m() {} }",
                "@State(Scope.Thread) public class Bench { @Setup public int s() { return 1; }"
                        + " @Benchmark public void m() {} }",
                "@State(Scope.Thread) public class Bench { @Setup public void s(String x) {}"
                        + " @Benchmark public void m() {} }",
                "public class Bench { @State(Scope.Thread) public class Inner {} @Benchmark public void m(Inner i) {} }",
                "public class Bench { @State(Scope.Thread) static class S {} @Benchmark public void m(S s) {} }",
                "public class Bench { @State(Scope.Thread) public static final class S {}"
                        + " @Benchmark public void m(S s) {} }",
                "public class Bench { @State(Scope.Thread) public abstract static class S {}"
                        + " @Benchmark public void m(S s) {} }",
                "public class Bench { @State(Scope.Thread) public static class S { public S(int x) {} }"
                        + " @Benchmark public void m(S s) {} }",
                "public class Bench { @State(Scope.Thread) public static class A { @Setup public void s(B b) {} }"
                        + " @State(Scope.Thread) public static class B { @Setup public void s(A a) {} }"
                        + " @Benchmark public void m(A a) {} }",
                "public class Bench { @AuxCounters @State(Scope.Benchmark) public static class S { public int c; }"
                        + " @Benchmark public void m(S s) {} }",
                "public class Bench { @AuxCounters @State(Scope.Thread) public static class S { public String c; }"
                        + " @Benchmark public void m(S s) {} }",
            })
    void is_rejected_with_jmhs_own_reason(String source) throws Exception {
        var reasons = jmhsReasons(source);

        var discovery = scanner.scan(compiled("rejected.Bench", HEADER + source));

        assertThat(reasons).isNotEmpty();
        assertThat(discovery.benchmarks()).isEmpty();
        assertThat(discovery.methods()).isNotEmpty();
        assertThat(discovery.problems()).hasSameSizeAs(reasons);
        for (int i = 0; i < reasons.size(); i++) {
            assertThat(discovery.problems().get(i).message())
                    .startsWith("JMH cannot run the benchmarks of [rejected.Bench]: ")
                    .contains(reasons.get(i));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hidden | private static class Hidden { | public classes",
                "Inner  | public class Inner { | inner classes",
                "Picky  | public static class Picky { public Picky(int x) {} | default public constructor",
            })
    void nested_classes_are_rejected_too(String name, String declaration, String reason) throws Exception {
        var source = HEADER + "public class Outer { " + declaration + " @Benchmark public void m() {} } }";

        var discovery = scanner.scan(compiled("rejected.Outer$" + name, source));

        assertThat(discovery.problems()).singleElement().satisfies(problem -> assertThat(problem.message())
                .contains(reason));
    }

    @Test
    void a_class_without_a_package_is_rejected() throws Exception {
        var source = "public class Bench { @org.openjdk.jmh.annotations.Benchmark public void m() {} }";

        var discovery = scanner.scan(compiled("Bench", source));

        assertThat(discovery.problems()).singleElement().satisfies(problem -> assertThat(problem.message())
                .contains("[Bench]", "package other than default"));
    }

    @Test
    @SuppressWarnings({"UnusedMethod", "EffectivelyPrivate"})
    void a_local_class_is_rejected() {
        class Local {
            @org.openjdk.jmh.annotations.Benchmark
            public void m() {}
        }

        var discovery = scanner.scan(Local.class);

        assertThat(discovery.problems()).singleElement().satisfies(problem -> assertThat(problem.message())
                .contains("local or anonymous", "public class of its own"));
    }

    @Test
    void a_class_that_needs_a_missing_class_is_rejected_and_names_it() throws Exception {
        var source = HEADER
                + "public class Bench { @Benchmark public void m() {} public Gone field() { return null; } }"
                + " class Gone {}";
        var type = compiled("rejected.Bench", source);
        Files.delete(directory.resolve("plain/rejected/Gone.class"));

        var discovery = scanner.scan(type);

        assertThat(discovery.problems()).singleElement().satisfies(problem -> assertThat(problem.message())
                .contains("[rejected.Bench]", "rejected/Gone", "test class path"));
    }

    @Test
    void the_method_that_is_complained_of_is_named() throws Exception {
        var source = HEADER + "public class Bench { @Benchmark public void fine() {} @Benchmark void bad() {} }";

        var discovery = scanner.scan(compiled("rejected.Bench", source));

        assertThat(discovery.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).endsWith("(at [rejected.Bench.bad])");
            assertThat(problem.method())
                    .hasValueSatisfying(method -> assertThat(method.getName()).isEqualTo("bad"));
        });
    }

    @Test
    void a_good_class_that_was_compiled_without_processing_is_not_listed() throws Exception {
        var source = HEADER + "public class Bench { @Benchmark public void m() {} }";

        var discovery = scanner.scan(compiled("rejected.Bench", source));

        assertThat(discovery.problems()).isEmpty();
        assertThat(discovery.benchmarks()).singleElement().satisfies(benchmark -> assertThat(benchmark.listed())
                .isFalse());
    }

    @Test
    void a_list_that_is_older_than_the_class_does_not_count() throws Exception {
        var old = HEADER + "public class Bench { @Benchmark @Threads(1) public void m() {} }";
        var current = HEADER + "public class Bench { @Benchmark @Threads(2) public void m() {} }";
        var processed = compile("rejected.Bench", old, directory.resolve("plain"), true);
        assertThat(processed).isEmpty();
        assertThat(isListed(load("rejected.Bench"))).isTrue();

        compile("rejected.Bench", current, directory.resolve("plain"), false);

        assertThat(isListed(load("rejected.Bench"))).isFalse();
    }

    @Test
    void a_list_without_its_generated_classes_does_not_count() throws Exception {
        var source = HEADER + "public class Bench { @Benchmark public void m() {} }";
        compile("rejected.Bench", source, directory.resolve("plain"), true);
        Files.delete(directory.resolve("plain/rejected/jmh_generated/Bench_m_jmhTest.class"));

        assertThat(isListed(load("rejected.Bench"))).isFalse();
    }

    private boolean isListed(Class<?> type) {
        return new BenchmarkScanner().scan(type).benchmarks().get(0).listed();
    }

    /** What the annotation processor says, in its order. */
    private List<String> jmhsReasons(String source) throws Exception {
        return compile("rejected.Bench", HEADER + source, directory.resolve("processed"), true);
    }

    private Class<?> compiled(String name, String source) throws Exception {
        var errors = compile(name.replaceAll("\\$.*", ""), source, directory.resolve("plain"), false);
        assertThat(errors).isEmpty();
        return load(name);
    }

    private Class<?> load(String name) throws Exception {
        var loader = new URLClassLoader(
                new URL[] {directory.resolve("plain").toUri().toURL()},
                getClass().getClassLoader());
        return Class.forName(name, false, loader);
    }

    private List<String> compile(String name, String source, Path target, boolean processed) throws Exception {
        var file = target.resolve("source").resolve(name.replace('.', '/') + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, source);
        var compiler = ToolProvider.getSystemJavaCompiler();
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        try (var files = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
            var options =
                    new ArrayList<>(List.of("-d", target.toString(), "-cp", System.getProperty("java.class.path")));
            if (!processed) {
                options.add("-proc:none");
            }
            var task = compiler.getTask(null, files, diagnostics, options, null, files.getJavaFileObjects(file));
            if (processed) {
                task.setProcessors(List.of(new BenchmarkProcessor()));
            }
            task.call();
        }
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                .collect(Collectors.toList());
    }
}
