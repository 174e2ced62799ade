package dev.perfbudget.junit.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.api.PerfBudget;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Code that carries a budget where nothing of JUnit is on the class path. */
class WithoutJupiterTest {

    private static final String SOURCE =
            "import dev.perfbudget.api.PerfBudget;\npublic class Parser { @PerfBudget(mean = \"1 ms\") public void parse() {} }";

    @TempDir
    private Path classes;

    @Test
    void it_compiles_without_a_word() {
        assertThat(compile()).isEmpty();
    }

    @Test
    void under_every_lint_there_is_one_to_switch_off() {
        assertThat(compile("-Xlint:all,-classfile", "-Werror")).isEmpty();
        assertThat(compile("-Xlint:classfile")).contains("ExtendWith");
    }

    @Test
    void its_budget_can_be_read() throws Exception {
        compile();

        try (var loader = new URLClassLoader(new URL[] {classes.toUri().toURL(), api()}, null)) {
            var annotations = loader.loadClass("Parser").getMethod("parse").getAnnotations();

            assertThat(annotations).singleElement().asString().contains("dev.perfbudget.api.PerfBudget", "1 ms");
        }
    }

    private String compile(String... options) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var output = new StringWriter();
        var all = Stream.concat(
                        Stream.of(options),
                        Stream.of(
                                "-d",
                                classes.toString(),
                                "-cp",
                                Path.of(URI.create(api().toString())).toString()))
                .toList();
        var source = new SimpleJavaFileObject(URI.create("string:///Parser.java"), JavaFileObject.Kind.SOURCE) {

            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) throws IOException {
                return SOURCE;
            }
        };
        compiler.getTask(output, null, null, all, null, List.of(source)).call();
        return output.toString();
    }

    private static URL api() {
        return PerfBudget.class.getProtectionDomain().getCodeSource().getLocation();
    }
}
