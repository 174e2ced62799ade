package dev.perfbudget.cli;

/** A command that can be asked where something failed. */
interface Debuggable {

    /** Whether stack traces are wanted. */
    boolean isDebug();
}
