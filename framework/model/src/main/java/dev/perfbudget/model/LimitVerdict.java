package dev.perfbudget.model;

import java.util.Optional;

/**
 * Whether a limit held.
 *
 * @param evidence what was measured, and how sure that is
 * @param severity of a broken limit
 * @param grade how much of the limit is used; absent if nothing was measured
 */
public record LimitVerdict(
        Limit limit, State state, Evidence evidence, Optional<Severity> severity, Optional<Grade> grade) {

    /** What a limit can be found to be. */
    public enum State {
        /** Sure to be kept. */
        HELD,
        /** Sure to be exceeded. */
        BROKEN,
        /** Neither is sure enough. */
        UNDECIDED,
        /** There is no number to judge; never green. */
        UNMEASURED
    }

    /**
     * The one-sided bound that decided; of an undecided limit the one that is on the wrong side of it, so that the
     * value alone does not count.
     */
    public Optional<Quantity> bound() {
        return evidence.bounds().map(bounds -> isUpperDecisive() ? bounds.upper() : bounds.lower());
    }

    private boolean isUpperDecisive() {
        return limit.comparison().boundsFromAbove() == looksKept();
    }

    /** Held, or undecided with a value that keeps the limit: what matters is then the bound towards the limit. */
    private boolean looksKept() {
        return switch (state) {
            case HELD -> true;
            case BROKEN, UNMEASURED -> false;
            case UNDECIDED -> evidence.value().map(limit::isKeptBy).orElse(false);
        };
    }
}
