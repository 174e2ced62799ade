package dev.perfbudget.runner.execution;

import dev.perfbudget.model.Configuration;
import dev.perfbudget.model.Declarations;
import dev.perfbudget.model.Declarations.BudgetFile;
import dev.perfbudget.model.Declarations.DeclaredBenchmark;
import dev.perfbudget.model.DeclaredValues;
import dev.perfbudget.model.Problem;
import dev.perfbudget.model.WrongDeclarationsException;
import dev.perfbudget.protocol.Declaration;
import dev.perfbudget.protocol.Plan;
import dev.perfbudget.protocol.PlannedBenchmark;
import dev.perfbudget.runner.recording.BenchmarkIds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What was declared anywhere for a plan: in its annotations, its settings, and the module's budget file. */
final class PlanConfiguration {

    private static final String BUDGET_FILE = "perfbudget/budgets.properties";

    private PlanConfiguration() {}

    /**
     * Resolves it all.
     *
     * @throws dev.perfbudget.model.WrongDeclarationsException with all problems at once
     */
    static Configuration of(Plan plan) {
        return new Declarations(
                        declared(plan, true),
                        plan.benchmarks().stream()
                                .map(PlanConfiguration::annotated)
                                .toList(),
                        budgetFile(Path.of(plan.moduleDirectory())),
                        declared(plan, false))
                .resolve();
    }

    private static List<DeclaredValues> declared(Plan plan, boolean onCommandLine) {
        return plan.settings().stream()
                .map(PlanConfiguration::values)
                .filter(values -> values.origin().equals(DeclaredValues.SYSTEM_PROPERTIES) == onCommandLine)
                .toList();
    }

    private static DeclaredBenchmark annotated(PlannedBenchmark benchmark) {
        return new DeclaredBenchmark(
                BenchmarkIds.of(benchmark.key()),
                benchmark.budgets().stream().map(PlanConfiguration::values).toList());
    }

    private static DeclaredValues values(Declaration declaration) {
        return new DeclaredValues(declaration.origin(), declaration.values(), declaration.metrics());
    }

    private static Optional<BudgetFile> budgetFile(Path module) {
        var file = module.resolve(BUDGET_FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BudgetFile(BUDGET_FILE, Files.readString(file)));
        } catch (IOException unreadable) {
            throw new WrongDeclarationsException(List.of(new Problem(
                    file.toString(), "cannot be read as UTF-8 text (" + unreadable + "); mend or delete it")));
        }
    }
}
