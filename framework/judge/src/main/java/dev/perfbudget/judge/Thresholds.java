package dev.perfbudget.judge;

import dev.perfbudget.model.Sample;

/** How much slower each sample may be. */
interface Thresholds {

    /** The largest slowdown of a sample that is accepted, as a share. */
    double of(Sample sample);
}
