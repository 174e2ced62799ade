package dev.perfbudget.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArgumentFileTest {

    @TempDir
    private Path directory;

    @Test
    void it_is_written_in_the_encoding_in_which_it_is_read() throws IOException {
        var file = new ArgumentFile(directory.resolve("args"), StandardCharsets.ISO_8859_1);

        file.write(List.of("-cp", ArgumentFile.quoted("/M\u00fcller/a b\\c")));

        assertThat(Files.readString(file.path(), StandardCharsets.ISO_8859_1))
                .isEqualToNormalizingNewlines("-cp\n\"/M\u00fcller/a b\\\\c\"\n");
    }

    @Test
    void arguments_are_understood_by_java_whatever_is_in_them() throws Exception {
        var source = directory.resolve("Print.java");
        Files.writeString(
                source,
                """
                class Print {
                    public static void main(String[] arguments) {
                        for (var argument : arguments) System.out.println("[" + argument + "]");
                    }
                }
                """);
        var arguments = Stream.of(
                source.toString(), "a b", "C:\\temp\\new", "say \"hi\"", "#no comment", "Größe", "two\nlines", "");
        var file = ArgumentFile.forLauncher(directory.resolve("java.args"));
        file.write(arguments.map(ArgumentFile::quoted).toList());

        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@" + file.path())
                .redirectErrorStream(true)
                .start();
        var printed = new String(process.getInputStream().readAllBytes(), file.encoding());

        assertThat(printed.lines())
                .containsExactly(
                        "[a b]", "[C:\\temp\\new]", "[say \"hi\"]", "[#no comment]", "[Größe]", "[two", "lines]", "[]");
    }

    @Test
    void a_path_that_the_encoding_cannot_say_is_told_with_the_way_out() {
        var file = new ArgumentFile(directory.resolve("args"), StandardCharsets.US_ASCII);

        assertThatThrownBy(() -> file.write(List.of("/M\u00fcller")))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("[US-ASCII]", "LC_ALL", "C.UTF-8");
    }
}
