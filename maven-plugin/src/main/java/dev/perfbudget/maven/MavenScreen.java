package dev.perfbudget.maven;

import dev.perfbudget.report.Screen;
import org.apache.maven.execution.MavenSession;

/** What Maven's log is shown on: its own switches for colours are ours too. */
final class MavenScreen {

    private static final String PREFIX = "[INFO] ";

    private MavenScreen() {}

    static Screen of(MavenSession session) {
        var isPlain = !session.getRequest().isInteractiveMode()
                || "never".equals(session.getUserProperties().getProperty("style.color"));
        return isPlain ? Screen.LOG : Screen.ofThisProcess(System.getenv()).behind(PREFIX);
    }
}
