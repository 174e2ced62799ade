package dev.perfbudget.runner.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.ForkFailure.Kind;
import dev.perfbudget.runner.host.ForkOutcome;
import org.junit.jupiter.api.Test;

class BaselineLackTest {

    private static final String KILLED =
            "The fork of [com.acme.JsonBench.parse] was killed by signal 9 (SIGKILL): by someone, or by the system for"
                    + " want of memory.";

    @Test
    void a_link_error_that_was_thrown_is_certain() {
        var thrown = lack(
                Kind.THREW,
                "[com.acme.JsonBench.parse] threw java.lang.NoSuchMethodError: 'int com.acme.Json.parse()'.",
                "java.lang.NoSuchMethodError: 'int com.acme.Json.parse()'\n\tat com.acme.JsonBench.parse");

        assertThat(thrown)
                .isEqualTo(new BaselineLack(
                        true, false, "does not link: java.lang.NoSuchMethodError: 'int com.acme.Json.parse()'"));
    }

    @Test
    void so_is_one_that_caused_what_was_thrown() {
        var thrown = lack(
                Kind.THREW,
                "[com.acme.JsonBench.parse] threw java.lang.ExceptionInInitializerError.",
                """
                java.lang.ExceptionInInitializerError
                \tat com.acme.JsonBench.parse
                Caused by: java.lang.NoClassDefFoundError: com/acme/Json
                The fork printed:
                begin""");

        assertThat(thrown)
                .isEqualTo(
                        new BaselineLack(true, false, "does not link: java.lang.NoClassDefFoundError: com/acme/Json"));
    }

    @Test
    void a_killed_fork_that_logged_a_link_error_may_have_been_killed_by_chance() {
        var killed = lack(
                Kind.DIED,
                KILLED,
                "The fork printed:\nno native codec: java.lang.ClassNotFoundException: com.acme.Fast");

        assertThat(killed).isEqualTo(new BaselineLack(false, true, "its fork failed: " + KILLED));
    }

    @Test
    void what_was_printed_before_something_else_was_thrown_says_nothing() {
        var thrown = lack(
                Kind.THREW,
                "[com.acme.JsonBench.parse] threw java.net.BindException: Address already in use.",
                "java.net.BindException: Address already in use\n\tat com.acme.JsonBench.listen\n"
                        + "The fork printed:\nno native codec: java.lang.ClassNotFoundException: com.acme.Fast");

        assertThat(thrown.isCertain()).isFalse();
        assertThat(thrown.isMishap()).as("its code has thrown it").isFalse();
        assertThat(thrown.why()).startsWith("its fork failed: ").contains("BindException");
    }

    @Test
    void what_only_the_candidate_lists_is_certain() {
        var unlisted = lack(
                Kind.NOT_STARTED,
                "JMH's benchmark list does not have [com.acme.JsonBench.parse]. If it was renamed or deleted, build"
                        + " cleanly (mvn clean).",
                "");

        assertThat(unlisted).isEqualTo(new BaselineLack(true, false, "has no such benchmark"));
    }

    private static BaselineLack lack(Kind kind, String message, String detail) {
        return BaselineLack.of(new ForkOutcome.Failed(kind, message, detail));
    }
}
