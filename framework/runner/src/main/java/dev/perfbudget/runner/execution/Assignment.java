package dev.perfbudget.runner.execution;

import dev.perfbudget.model.Baseline;
import dev.perfbudget.model.Configuration;
import dev.perfbudget.model.SettingName;
import dev.perfbudget.model.Settings;
import dev.perfbudget.protocol.Against;
import dev.perfbudget.protocol.FromRunner;
import dev.perfbudget.protocol.Plan;
import java.time.Duration;

/**
 * What is to be done, with what, for whom.
 *
 * @param configuration of the plan, found to be right
 * @param baseline what the module has accepted
 */
record Assignment(
        Plan plan,
        Configuration configuration,
        Baseline baseline,
        Installation installation,
        Audience audience,
        Cancellation cancellation) {

    /** Turns that an iteration in a block may last: the other side may have two in a row before its own. */
    static final int LONGEST_TURNS = 3;

    Settings settings() {
        return configuration.settings();
    }

    /** Time beyond an iteration's own after which JMH interrupts it, and soon after the fork is killed. */
    Duration timeout() {
        return settings().value(SettingName.TIMEOUT);
    }

    /** The same of forks in blocks: JMH's deadline counts while one waits for the other side. */
    Duration timeoutInTurns() {
        return timeout().multipliedBy(LONGEST_TURNS);
    }

    /** How long measuring may take. */
    Duration wallCap() {
        return settings().value(rulesTime());
    }

    /** Which setting says how long measuring may take. */
    SettingName<Duration> rulesTime() {
        return isPaired() ? settings().rulesBlocks() : SettingName.CAP;
    }

    /** Whether a baseline is measured beside the candidate. */
    boolean isPaired() {
        return plan.against() instanceof Against.Artifact;
    }

    void notice(String line) {
        audience.tell(new FromRunner.Notice(line));
    }
}
