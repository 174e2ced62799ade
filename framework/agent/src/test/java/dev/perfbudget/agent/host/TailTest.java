package dev.perfbudget.agent.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TailTest {

    private final Tail tail = new Tail();

    @Test
    void keeps_all_that_is_short() {
        write("one\ntwo\n");

        assertThat(tail.text()).isEqualTo("one\ntwo\n");
    }

    @Test
    void keeps_the_last_lines_and_says_so() {
        write("line\n".repeat(1_000) + "last");

        assertThat(tail.text())
                .startsWith("[... 5004 bytes in all; the last lines:]")
                .endsWith("line\nlast");
        assertThat(tail.text().lines()).hasSize(1 + Tail.LINES);
    }

    @Test
    void keeps_the_last_bytes_of_a_line_without_end() {
        write("a".repeat(Tail.BYTES) + "b".repeat(Tail.BYTES - 1) + "c");

        assertThat(tail.text().lines().skip(1))
                .singleElement()
                .satisfies(kept ->
                        assertThat(kept).hasSize(Tail.BYTES).endsWith("bc").doesNotContain("a"));
    }

    @Test
    void single_bytes_and_pieces_are_joined_in_order() {
        for (int i = 0; i < 30_000; i++) {
            tail.write('x');
            write("yz\n");
        }

        assertThat(tail.text().lines().skip(1)).hasSize(Tail.LINES - 1).allMatch(line -> line.equals("xyz"));
    }

    @Test
    void forgets_the_last_fork() {
        write("old");
        tail.clear();
        write("new");

        assertThat(tail.text()).isEqualTo("new");
    }

    private void write(String text) {
        var bytes = text.getBytes(StandardCharsets.US_ASCII);
        tail.write(bytes, 0, bytes.length);
    }
}
