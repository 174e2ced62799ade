package dev.perfbudget.judge;

import dev.perfbudget.model.SessionSpread;
import dev.perfbudget.statistics.VarianceEstimate;

/** What sessions add to the variance of one location, and where that is from. */
record SessionEffect(VarianceEstimate variance, SessionSpread.Origin origin) {

    /** Sessions add nothing. */
    static final SessionEffect NONE = new SessionEffect(VarianceEstimate.known(0), SessionSpread.Origin.NONE);

    SessionSpread spread() {
        return new SessionSpread(variance.standardDeviation(), origin);
    }
}
