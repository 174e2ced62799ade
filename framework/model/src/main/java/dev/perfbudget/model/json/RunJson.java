package dev.perfbudget.model.json;

import dev.perfbudget.model.Fork;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.input.UnreadableFileException;
import java.nio.charset.StandardCharsets;

/** Runs and forks as JSON. */
final class RunJson {

    private RunJson() {}

    static byte[] print(Run run) {
        return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(Json.withSchema(run));
    }

    static Run parseRun(byte[] text, String place) throws UnreadableFileException {
        return Json.parse(text, Run.class, place);
    }

    /** One line, with its end. */
    static byte[] printLine(Fork fork) {
        return (Json.MAPPER.writeValueAsString(Json.withSchema(fork)) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    static Fork parseFork(String line, String place) throws UnreadableFileException {
        return Json.parse(line.getBytes(StandardCharsets.UTF_8), Fork.class, place);
    }
}
