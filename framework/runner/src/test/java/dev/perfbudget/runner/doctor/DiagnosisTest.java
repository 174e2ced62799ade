package dev.perfbudget.runner.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.perfbudget.runner.doctor.Diagnosis.Examined;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosisTest {

    @Test
    void findings_stand_by_what_they_spoil_worst_first_with_their_cure_below() {
        var diagnosis = new Diagnosis(List.of(
                new Examined("clock", List.of()),
                new Examined("turbo", List.of(new Finding(Spoils.STORED, "Turbo is on [0].", "Switch it off."))),
                new Examined("SMT", List.of(Finding.unknown("There is no file.", "Look into the firmware."))),
                new Examined(
                        "container quota", List.of(new Finding(Spoils.ALL, "A quota of [1.50].", "Give it more."))),
                new Examined("power", List.of())));

        assertThat(diagnosis.lines())
                .extracting(line -> line.margin() + line.text())
                .containsExactly(
                        "Spoils all verdicts",
                        "  container quota  A quota of [1.50].",
                        "                   Give it more.",
                        "",
                        "Spoils verdicts against a stored baseline, and limits on time",
                        "  turbo  Turbo is on [0].",
                        "         Switch it off.",
                        "",
                        "Could not be read, so nobody knows",
                        "  SMT  There is no file.",
                        "       Look into the firmware.",
                        "",
                        "In order: clock, power",
                        "",
                        "Not fit to measure; 1 finding spoils all verdicts; 1 finding spoils verdicts against a stored"
                                + " baseline; 1 thing could not be read.");
        assertThat(diagnosis.isMeasurable()).isTrue();
    }

    @Test
    void what_is_too_long_for_a_line_goes_on_below_its_text() {
        var found = new Finding(Spoils.ALL, "A quota of [1.50].\nOf two processors.", "Give it more.");

        assertThat(new Diagnosis(List.of(new Examined("quota", List.of(found))))
                        .lines()
                        .subList(1, 4))
                .extracting(Diagnosis.Line::margin, Diagnosis.Line::indent)
                .containsExactly(
                        tuple("  quota  ", "         "),
                        tuple("         ", "         "),
                        tuple("         ", "         "));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "NOTHING        | Fit for all verdicts.",
                "UNKNOWN        | Fit for all verdicts, as far as can be seen; 1 thing could not be read.",
                "STORED,STORED  | Fit for paired verdicts; 2 findings spoil verdicts against a stored baseline.",
                "PAIRED         | Fit for verdicts against a stored baseline; 1 finding spoils paired verdicts.",
                "MEASURING      | Nothing can be measured here; 1 finding spoils measuring.",
            })
    void one_sentence_says_what_it_comes_to(String found, String sentence) {
        var findings = new ArrayList<Finding>();
        for (var spoils : found.split(",", -1)) {
            findings.add(new Finding(Spoils.valueOf(spoils), "Something [1].", "Do something."));
        }

        assertThat(new Diagnosis(List.of(new Examined("rule", findings))).conclusion())
                .isEqualTo(sentence);
    }

    @Test
    void a_rule_that_breaks_has_seen_nothing_good() {
        Rule broken = new Rule() {
            @Override
            public String name() {
                return "broken";
            }

            @Override
            public Spoils spoils() {
                return Spoils.ALL;
            }

            @Override
            public List<Finding> look() {
                throw new IllegalStateException("no luck");
            }
        };

        assertThat(Diagnosis.of(List.of(broken)).conclusion()).contains("1 thing could not be read");
    }
}
