package dev.perfbudget.judge;

import dev.perfbudget.model.ConfidenceInterval;
import dev.perfbudget.model.Dimension;
import dev.perfbudget.model.EffectSize;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Ratios in words: {@code 1.2 to 3.4 % slower}, {@code 2 % faster to 3 % slower}, {@code 4.5 % more}, {@code 12 times as
 * slow}, {@code more than 1000 times as slow}.
 *
 * @param larger what a ratio above 1 is called
 * @param smaller what a ratio below 1 is called
 * @param threshold share that no rounded number may be mistaken for unless it is it
 */
record ChangeWords(String larger, String smaller, double threshold) {

    private static final double TIMES_FROM = 10;
    private static final double TIMES_UP_TO = 1000;
    private static final double WHOLE_FROM = 0.2;
    private static final int MOST_DECIMALS = 6;

    /** Times and rates are slower or faster, everything else is more or less. */
    static ChangeWords of(Dimension dimension, double threshold) {
        return switch (dimension) {
            case TIME, RATE -> new ChangeWords("slower", "faster", threshold);
            case MEMORY, SHARE, COUNT -> new ChangeWords("more", "less", threshold);
        };
    }

    /** What the mode is called that has less: {@code faster}, {@code lower}. */
    String lowerMode() {
        return isTime() ? smaller : "lower";
    }

    /** What the other mode is called. */
    String higherMode() {
        return isTime() ? larger : "higher";
    }

    private boolean isTime() {
        return larger.equals("slower");
    }

    /** The interval if there is one, else the point. */
    String of(EffectSize effect) {
        return effect.interval().map(this::of).orElseGet(() -> ofRatio(effect.ratio()));
    }

    /** {@code 1.2 to 3.4 % slower}. */
    String of(ConfidenceInterval interval) {
        var lower = interval.lower();
        var upper = interval.upper();
        if (lower > TIMES_UP_TO) {
            return ofRatio(lower);
        }
        if (lower >= TIMES_FROM || upper >= TIMES_FROM || lower <= 0) {
            return ofRatio(lower) + " to " + ofRatio(upper);
        }
        if (lower >= 1) {
            return share(lower - 1) + " to " + percent(upper - 1) + " " + larger;
        }
        if (upper <= 1) {
            return share(1 - upper) + " to " + percent(1 - lower) + " " + smaller;
        }
        return percent(1 - lower) + " " + smaller + " to " + percent(upper - 1) + " " + larger;
    }

    /** {@code 3.4 % slower}, {@code no difference}, {@code 12 times as slow}. */
    String ofRatio(double ratio) {
        if (ratio == 1) {
            return "no difference";
        }
        if (ratio >= TIMES_FROM) {
            return times(ratio) + " times as " + (isTime() ? "slow" : "much");
        }
        return ratio > 1 ? percent(ratio - 1) + " " + larger : percent(1 - ratio) + " " + smaller;
    }

    /** Beyond a thousand no digit of a ratio means anything. */
    private static String times(double ratio) {
        return ratio > TIMES_UP_TO
                ? "more than " + (int) TIMES_UP_TO
                : BigDecimal.valueOf(ratio).setScale(0, RoundingMode.HALF_UP).toPlainString();
    }

    /** {@code 3.4 %}. */
    String percent(double share) {
        return share(share) + " %";
    }

    private String share(double share) {
        var decimals = share >= WHOLE_FROM ? 0 : 1;
        while (decimals < MOST_DECIMALS && isMistaken(share, decimals)) {
            decimals++;
        }
        return rounded(share, decimals).stripTrailingZeros().toPlainString();
    }

    /** Whether it looks like the threshold and is not, as 4.98 % rounded to 5 %. */
    private boolean isMistaken(double share, int decimals) {
        return share != threshold && rounded(share, decimals).compareTo(rounded(threshold, MOST_DECIMALS)) == 0;
    }

    private static BigDecimal rounded(double share, int decimals) {
        return BigDecimal.valueOf(share * 100).setScale(decimals, RoundingMode.HALF_UP);
    }
}
