package dev.perfbudget.protocol;

/** What the runner says to the agent in a fork. */
public sealed interface ToFork extends Message {

    /** Environment variable that tells a fork to ask for its turn before each iteration. Its value does not matter. */
    String TURNS_VARIABLE = "PERFBUDGET_TURNS";

    /** The answer to {@link FromFork.AwaitsTurn}: nobody else runs until this fork asks again, or ends. */
    record TakeTurn() implements ToFork {}
}
