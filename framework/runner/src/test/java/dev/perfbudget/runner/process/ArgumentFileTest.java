package dev.perfbudget.runner.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    void a_path_that_the_encoding_cannot_say_is_told_with_the_way_out() {
        var file = new ArgumentFile(directory.resolve("args"), StandardCharsets.US_ASCII);

        assertThatThrownBy(() -> file.write(List.of("/M\u00fcller")))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("[US-ASCII]", "LC_ALL", "C.UTF-8");
    }
}
