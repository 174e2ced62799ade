package dev.perfbudget.cli;

import dev.perfbudget.report.Screen;
import java.util.Map;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

/**
 * What the output goes to.
 *
 * @param screen shows colours only if it is a terminal, and nobody said {@code NO_COLOR}
 */
record Terminal(Screen screen) {

    /** That of a process with these variables. */
    static Terminal ofThisProcess(Map<String, String> environment) {
        return new Terminal(Screen.ofThisProcess(environment));
    }

    Help.ColorScheme helpColours() {
        return Help.defaultColorScheme(screen.isColoured() ? Ansi.ON : Ansi.OFF);
    }
}
