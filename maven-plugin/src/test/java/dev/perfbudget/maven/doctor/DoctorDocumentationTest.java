package dev.perfbudget.maven.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.runner.doctor.Rule;
import dev.perfbudget.runner.doctor.jvm.JvmProperties;
import dev.perfbudget.runner.doctor.jvm.JvmRules;
import dev.perfbudget.runner.doctor.machine.MachineRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables of docs/doctor.md have every rule, and no others, with what each spoils. */
final class DoctorDocumentationTest {

    @Test
    void every_rule_stands_in_its_table_with_what_it_spoils(@TempDir Path directory) {
        assertThat(documented("### The machine")).isEqualTo(told(MachineRules.ofThisMachine()));
        assertThat(documented("### The JDK"))
                .isEqualTo(told(JvmRules.about(new JvmProperties(directory, Map.of()), Map.of())));
        assertThat(documented("### The project"))
                .isEqualTo(told(
                        ProjectRules.about(LittleModule.in(directory).examined(), Optional::empty, LocalDate.EPOCH)));
    }

    private static Map<String, String> told(List<Rule> rules) {
        return rules.stream()
                .collect(Collectors.toMap(Rule::name, rule -> rule.spoils().words()));
    }

    /** {@code | rule | looks at | spoils |}, below a heading. */
    private static Map<String, String> documented(String heading) {
        var rows = new LinkedHashMap<String, String>();
        section(heading)
                .lines()
                .filter(line -> line.startsWith("| "))
                .skip(1)
                .map(line -> line.split("\\|", -1))
                .forEach(cells -> rows.put(cells[1].strip(), cells[3].strip()));
        return rows;
    }

    private static String section(String heading) {
        try {
            return Files.readString(Path.of("../docs/doctor.md"))
                    .split(heading + "\n", -1)[1]
                    .split("\n##", -1)[0];
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
