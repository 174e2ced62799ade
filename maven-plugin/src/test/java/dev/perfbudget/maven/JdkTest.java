package dev.perfbudget.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JdkTest {

    @TempDir
    private Path home;

    @ParameterizedTest
    @CsvSource({"1.8.0_402, 8", "11.0.21, 11", "16, 16"})
    void a_jdk_that_is_too_old_is_refused_with_its_place_and_a_way_out(String version, String feature)
            throws IOException {
        var jdk = jdk("JAVA_VERSION=\"" + version + "\"\n");

        assertThatThrownBy(jdk::checked)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("[" + jdk.java() + "] (a test)")
                .hasMessageContaining("it is Java " + feature + ", and PerfBudget needs 17")
                .hasMessageContaining("jdkToolchain");
    }

    @ParameterizedTest
    @CsvSource({"17.0.15", "21", "25-ea"})
    void newer_ones_are_taken(String version) throws Exception {
        var jdk = jdk("IMPLEMENTOR=\"Someone\"\nJAVA_VERSION=\"" + version + "\"\n");

        assertThat(jdk.checked()).isSameAs(jdk);
    }

    @Test
    void one_that_does_not_say_what_it_is_is_tried() throws Exception {
        var jdk = new Jdk(home.resolve("bin/java"), "a test");

        assertThat(jdk.checked()).isSameAs(jdk);
        assertThat(new Jdk(Path.of("java"), "a test").checked()).isNotNull();
    }

    private Jdk jdk(String release) throws IOException {
        Files.writeString(home.resolve("release"), release);
        return new Jdk(home.resolve("bin/java"), "a test");
    }
}
