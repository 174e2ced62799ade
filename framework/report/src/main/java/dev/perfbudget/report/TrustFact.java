package dev.perfbudget.report;

import java.util.List;

/**
 * Something that says how far a run can be trusted.
 *
 * @param words in a sentence or two
 * @param tone {@code good} where it speaks for the run, {@code bad} where it spoils verdicts
 */
public record TrustFact(String name, String words, String tone) {

    static List<TrustFact> of(ReportContent content) {
        return new Trust(content).facts();
    }
}
