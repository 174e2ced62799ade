package dev.perfbudget.statistics;

/**
 * At which level to test each of the suspects of a suite again, on fresh values, so that a suite in which nothing changed
 * fails no more often than {@code alpha}.
 *
 * <p>Formula: {@code alpha / k} for {@code k} suspects. Source: Bonferroni's inequality: what stage 1 saw
 * only chooses what is tested.
 *
 * <p>Assumes values that had no part in choosing the suspects. Then nothing else matters: neither how many benchmarks
 * there are, nor at which level and how often stage 1 looked, nor how benchmarks depend on each other.
 *
 * <p>Small numbers: one suspect is tested at {@code alpha}; without one there is nothing to confirm.
 */
public final class Confirmation {

    private Confirmation() {}

    /**
     * The one-sided level of each test.
     *
     * @param suiteAlpha how often a suite in which nothing changed may fail
     * @param suspects at least one
     */
    public static double alpha(double suiteAlpha, int suspects) {
        if (suspects < 1) {
            throw new IllegalArgumentException("[" + suspects + "] suspects leave nothing to confirm");
        }
        return FiniteValues.checkProbability("alpha of the suite", suiteAlpha) / suspects;
    }
}
