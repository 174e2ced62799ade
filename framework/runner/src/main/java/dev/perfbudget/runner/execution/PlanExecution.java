package dev.perfbudget.runner.execution;

import dev.perfbudget.model.Baseline;
import dev.perfbudget.model.SettingName;
import dev.perfbudget.model.WrongDeclarationsException;
import dev.perfbudget.model.input.UnreadableFileException;
import dev.perfbudget.model.json.CommittedFiles;
import dev.perfbudget.protocol.FromRunner;
import dev.perfbudget.protocol.Plan;
import dev.perfbudget.runner.recording.UnwritableTargetException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;

/** Executes one plan; its last word to the audience is always {@code Finished} or {@code Refused}. */
public final class PlanExecution {

    private final Plan plan;
    private final Installation installation;
    private final Audience audience;
    private final Cancellation cancellation = new Cancellation();

    public PlanExecution(Plan plan, Installation installation, Audience audience) {
        this.plan = plan;
        this.installation = installation;
        this.audience = audience;
    }

    /** Does it all. */
    public void run() {
        try {
            var configuration = PlanConfiguration.of(plan);
            var assignment = new Assignment(plan, configuration, baseline(), installation, audience, cancellation);
            switch (plan.purpose()) {
                case MEASURE -> new Measurement(assignment).run();
                case SMOKE -> new Smoke(assignment).run();
            }
        } catch (WrongDeclarationsException wrong) {
            refuse(String.valueOf(wrong.getMessage()));
        } catch (UnwritableTargetException unwritable) {
            refuse(unwritable.explanation());
        } catch (UnreadableFileException broken) {
            refuse("Nothing was measured, for it could not be judged: " + broken.getMessage());
        } catch (IOException | RuntimeException failed) {
            refuse("The run ended early; finished forks are below [%s]. %s"
                    .formatted(plan.outputDirectory(), isDebugging() ? stackTrace(failed) : inShort(failed)));
        }
    }

    /** Ends it as soon as possible; what is finished is kept and judged. May be called from another thread. */
    public void cancel(String reason) {
        cancellation.cancel(reason);
    }

    /** Of a plan that is not judged it need not be readable. */
    private Baseline baseline() throws IOException {
        return plan.purpose() == Plan.Purpose.MEASURE
                ? CommittedFiles.of(Path.of(plan.moduleDirectory())).read()
                : Baseline.NONE;
    }

    private void refuse(String message) {
        audience.tell(new FromRunner.Refused(message));
    }

    /** As declared, for settings may be what is wrong. */
    private boolean isDebugging() {
        return plan.settings().stream()
                .flatMap(declaration ->
                        Optional.ofNullable(declaration.values().get(SettingName.DEBUG.label())).stream())
                .findFirst()
                .filter("true"::equals)
                .isPresent();
    }

    private static String inShort(Exception failed) {
        return failed + "\n-Dperfbudget.debug=true shows where it happened.";
    }

    private static String stackTrace(Exception failed) {
        var text = new StringWriter();
        failed.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
