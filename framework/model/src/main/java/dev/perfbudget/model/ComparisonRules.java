package dev.perfbudget.model;

import java.util.List;

/**
 * By what rules two sides are compared.
 *
 * @param slowdown threshold: the largest slowdown that is accepted, 0.05 for five per cent
 * @param alpha the largest chance of calling something regressed that is not
 * @param suite what {@code alpha} speaks of
 * @param sessionSd standard deviation between sessions, as a share, that is assumed until sessions say otherwise, and
 *     counts for less the more of them there are; 0 leaves sessions out of account altogether
 * @param looks numbers of blocks at which a benchmark may be decided; none if it is looked at once
 * @param policy what becomes of what stays open
 */
public record ComparisonRules(
        double slowdown,
        double alpha,
        SuiteControl suite,
        Design design,
        double sessionSd,
        List<Integer> looks,
        Policy policy,
        Waivers waivers) {

    /** 5 %, alpha 1 % for each benchmark, unpaired, sessions 3 % apart, open is warned of. */
    public static final ComparisonRules DEFAULT = new ComparisonRules(
            0.05, 0.01, SuiteControl.PER_BENCHMARK, Design.UNPAIRED, 0.03, List.of(), Policy.WARN, Waivers.NONE);

    /** 5 %, alpha 1 % for each benchmark, by blocks, of which 5, 8, 12, 20 or 30 decide; open is warned of. */
    public static final ComparisonRules PAIRED =
            DEFAULT.withDesign(Design.PAIRED).withSessionSd(0).withLooks(List.of(5, 8, 12, 20, 30));

    public ComparisonRules {
        looks = List.copyOf(looks);
        if (!(slowdown >= 0) || Double.isInfinite(slowdown)) {
            throw new IllegalArgumentException("A slowdown is a share of at least zero, not [" + slowdown + "]");
        }
        if (!(alpha > 0 && alpha <= 0.5)) {
            throw new IllegalArgumentException("An alpha is above 0 and at most 0.5, not [" + alpha + "]");
        }
        if (!(sessionSd >= 0) || sessionSd > 1) {
            throw new IllegalArgumentException("A session sd is a share from 0 to 1, not [" + sessionSd + "]");
        }
    }

    /** The same with another threshold. */
    public ComparisonRules withSlowdown(double share) {
        return new ComparisonRules(share, alpha, suite, design, sessionSd, looks, policy, waivers);
    }

    /** The same with another alpha. */
    public ComparisonRules withAlpha(double level) {
        return new ComparisonRules(slowdown, level, suite, design, sessionSd, looks, policy, waivers);
    }

    /** The same with alpha speaking of something else. */
    public ComparisonRules withSuite(SuiteControl control) {
        return new ComparisonRules(slowdown, alpha, control, design, sessionSd, looks, policy, waivers);
    }

    /** The same with pairs, or without. */
    public ComparisonRules withDesign(Design other) {
        return new ComparisonRules(slowdown, alpha, suite, other, sessionSd, looks, policy, waivers);
    }

    /** The same with sessions another share apart. */
    public ComparisonRules withSessionSd(double share) {
        return new ComparisonRules(slowdown, alpha, suite, design, share, looks, policy, waivers);
    }

    /** The same with looks at a growing number of blocks. */
    public ComparisonRules withLooks(List<Integer> others) {
        return new ComparisonRules(slowdown, alpha, suite, design, sessionSd, others, policy, waivers);
    }

    /** The same with another policy. */
    public ComparisonRules withPolicy(Policy other) {
        return new ComparisonRules(slowdown, alpha, suite, design, sessionSd, looks, other, waivers);
    }

    /** The same with waivers. */
    public ComparisonRules withWaivers(Waivers others) {
        return new ComparisonRules(slowdown, alpha, suite, design, sessionSd, looks, policy, others);
    }
}
