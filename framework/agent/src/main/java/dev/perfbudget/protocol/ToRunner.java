package dev.perfbudget.protocol;

/** What a test JVM says to the runner: one {@link Plan}, then perhaps {@link Cancel}; or else {@link InPlace}. */
public sealed interface ToRunner extends Message permits Plan, InPlace, ToRunner.Cancel {

    /** Stop as soon as possible; finished forks stay in their file. */
    record Cancel(String reason) implements ToRunner {}
}
