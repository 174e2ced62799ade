package dev.perfbudget.model;

import java.util.List;
import java.util.stream.Collectors;

/** Something declared is wrong. Carries every problem; its message lists them all, one a line. */
public final class WrongDeclarationsException extends RuntimeException {

    private final transient List<Problem> problems;

    public WrongDeclarationsException(List<Problem> problems) {
        super(problems.stream()
                .map(Problem::toString)
                .collect(Collectors.joining(
                        "\n  - ", "Wrong settings or budgets (" + problems.size() + "):\n  - ", "")));
        this.problems = List.copyOf(problems);
    }

    /** All of them, in the order of the places where they stand. */
    public List<Problem> problems() {
        return problems;
    }
}
