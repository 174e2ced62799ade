package dev.perfbudget.cli;

import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

/**
 * What the output goes to.
 *
 * @param isColoured whether it shows colours: only if it is a terminal, and nobody said {@code NO_COLOR}
 */
record Terminal(boolean isColoured) {

    static Terminal ofThisProcess() {
        return new Terminal(Ansi.AUTO.enabled());
    }

    Help.ColorScheme helpColours() {
        return Help.defaultColorScheme(isColoured ? Ansi.ON : Ansi.OFF);
    }
}
