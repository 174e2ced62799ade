package dev.perfbudget.judge;

import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.model.Design;
import dev.perfbudget.model.SuiteComparison;
import dev.perfbudget.model.SuiteControl;

/** How often something is called slower that is not, by the rules of a comparison. */
final class FalseAlarmWords {

    private FalseAlarmWords() {}

    static String of(SuiteComparison comparison) {
        var rules = comparison.rules();
        var rate = Words.percent(rules.alpha());
        if (rules.design() == Design.PAIRED || rules.suite() == SuiteControl.HOLM) {
            return "at most " + rate + " of runs in which nothing is slower than its threshold fail by chance";
        }
        return rules.suite() == SuiteControl.BENJAMINI_HOCHBERG
                ? "at most " + rate + " of what is called regressed is not, on average"
                : ofEach(comparison, rules, rate);
    }

    private static String ofEach(SuiteComparison comparison, ComparisonRules rules, String rate) {
        var judged = comparison.counts().judged();
        return "at most " + rate + " for each of " + judged + " that were compared: "
                + Words.roughNumber(rules.alpha() * judged)
                + " are to be expected if none is slower than its threshold";
    }
}
