package dev.perfbudget.junit.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DroppedJvmArgumentsTest {

    @Test
    void agents_debuggers_and_memory_are_told() {
        var arguments = List.of("-javaagent:jacoco.jar=x", "-agentlib:jdwp=server=y", "-Xmx512m", "-XX:+UseZGC", "-ea");

        assertThat(DroppedJvmArguments.among(arguments)).isEqualTo(arguments);
    }

    @Test
    void of_a_system_property_only_the_name_is_told() {
        assertThat(DroppedJvmArguments.among(List.of("-Ddb.password=secret=x", "-Dflag")))
                .containsExactly("-Ddb.password", "-Dflag");
    }

    @Test
    void what_launchers_need_for_themselves_is_not_worth_telling() {
        assertThat(DroppedJvmArguments.among(List.of(
                        "-Dsurefire.test.class.path=x",
                        "-Didea.test.cyclic.buffer.size=1",
                        "-Dperfbudget.mode=measure",
                        "--patch-module=a=b",
                        "--add-modules=ALL-MODULE-PATH")))
                .isEmpty();
    }
}
