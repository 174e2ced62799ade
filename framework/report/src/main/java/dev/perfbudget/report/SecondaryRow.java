package dev.perfbudget.report;

import dev.perfbudget.model.Fork;
import dev.perfbudget.model.SecondaryScore;
import java.util.List;

/**
 * A secondary result of a benchmark.
 *
 * @param values one for each finished fork, in order, with unit; empty where a fork has none
 */
public record SecondaryRow(String label, List<String> values) {

    static List<SecondaryRow> of(List<Fork> forks) {
        return forks.stream()
                .flatMap(fork -> fork.secondary().stream().map(SecondaryScore::label))
                .distinct()
                .map(label -> new SecondaryRow(
                        label, forks.stream().map(fork -> value(fork, label)).toList()))
                .toList();
    }

    private static String value(Fork fork, String label) {
        return fork.secondary().stream()
                .filter(score -> score.label().equals(label))
                .findFirst()
                .map(score -> Texts.score(score.score(), score.unit()))
                .orElse("");
    }
}
