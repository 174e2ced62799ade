package dev.perfbudget.runner.doctor;

import java.util.List;

/** Looks at one thing that a measurement depends on. */
public interface Rule {

    /** Names it, as in docs/doctor.md: {@code frequency governor}. */
    String name();

    /** What its worst finding spoils; that something could not be read may always be found. */
    Spoils spoils();

    /** What is wrong, or worth knowing; nothing only where it was looked at and is in order. */
    List<Finding> look();
}
