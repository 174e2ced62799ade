package dev.perfbudget.cli;

import dev.perfbudget.protocol.FromRunner;
import dev.perfbudget.report.text.VisibleText;
import dev.perfbudget.runner.execution.Audience;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Prints how a measurement gets on, and remembers how it ended. */
final class LiveLines implements Audience {

    private final PrintWriter live;
    private Optional<Path> runDirectory = Optional.empty();
    private String refusal = "The measurement ended before it had decided.";

    LiveLines(PrintWriter live) {
        this.live = live;
    }

    @Override
    public void tell(FromRunner message) {
        if (message instanceof FromRunner.Notice notice) {
            print(notice.line());
        }
        if (message instanceof FromRunner.Progress progress) {
            print(progress.line());
        }
        if (message instanceof FromRunner.Refused refused) {
            refusal = refused.message();
        }
        if (message instanceof FromRunner.Finished finished) {
            runDirectory = Optional.of(Path.of(finished.runDirectory()));
        }
    }

    private void print(String line) {
        live.println(VisibleText.line(line));
        live.flush();
    }

    /** Where the files of the finished run are. */
    Path runDirectory() throws BadInputException {
        return runDirectory.orElseThrow(() -> new BadInputException(List.of(refusal)));
    }
}
