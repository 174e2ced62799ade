package dev.perfbudget.model.json;

import dev.perfbudget.model.Comparison;
import dev.perfbudget.model.Design;
import dev.perfbudget.model.EffectSize;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.Score;
import dev.perfbudget.model.Sides;
import dev.perfbudget.model.Significance;
import dev.perfbudget.model.TwoModes;
import java.util.OptionalDouble;
import tools.jackson.databind.node.ObjectNode;

/** What was decided about one sample beside its baseline, as JSON. */
final class ComparisonJson {

    private ComparisonJson() {}

    static void put(ObjectNode tree, SampleVerdict sample, String reason) {
        tree.put("id", sample.id().benchmark());
        sample.mode().ifPresent(mode -> tree.put("mode", mode.label()));
        tree.set("params", Json.MAPPER.valueToTree(sample.id().params()));
        tree.put("metric", sample.id().metric());
        tree.put("unit", sample.unit().symbol());
        tree.put("verdict", sample.verdict().kind().name());
        tree.put("outcome", sample.outcome().name());
        tree.put("reason", reason);
        sample.verdict().compared().ifPresent(comparison -> putComparison(tree, comparison));
        sample.baseline().ifPresent(score -> putScore(tree.putObject("baselineScore"), score));
        sample.candidate().ifPresent(score -> putScore(tree.putObject("score"), score));
        tree.putArray("limits");
    }

    static void putEffect(ObjectNode tree, EffectSize effect) {
        put(tree, "ratio", OptionalDouble.of(effect.ratio()));
        effect.interval().ifPresent(interval -> {
            put(tree, "lower", OptionalDouble.of(interval.lower()));
            put(tree, "upper", OptionalDouble.of(interval.upper()));
            tree.put("level", interval.level());
        });
    }

    private static void putScore(ObjectNode tree, Score score) {
        tree.put("value", score.point().value());
        score.interval().ifPresent(interval -> {
            put(tree, "lower", OptionalDouble.of(interval.lower()));
            put(tree, "upper", OptionalDouble.of(interval.upper()));
            tree.put("level", interval.level());
        });
    }

    private static void putComparison(ObjectNode tree, Comparison comparison) {
        tree.put("decidedBy", comparison.decidedBy().label());
        comparison.effect().ifPresent(effect -> putEffect(tree, effect));
        putLocations(tree, comparison);
        putSides(tree.putObject("forks"), comparison.forks());
        putSides(tree.putObject("sessions"), comparison.sessions());
        putSides(tree.putObject("unsteady"), comparison.unsteady());
        putSignificance(tree, comparison.significance(), comparison.design());
        put(tree, "cohensD", comparison.strength().cohensD());
        put(tree, "cliffsDelta", comparison.strength().cliffsDelta());
        put(tree, "minimumDetectableEffect", comparison.detectable());
        comparison.noise().ifPresent(noise -> {
            var shares = tree.putObject("noise");
            put(shares, "within", OptionalDouble.of(noise.within()));
            put(shares, "between", OptionalDouble.of(noise.between()));
            put(shares, "session", noise.session());
        });
        putSides(tree.putObject("modes"), comparison.modes());
        comparison.twoModes().ifPresent(modes -> putTwoModes(tree.putObject("twoModes"), modes));
        comparison.moreForks().ifPresent(forks -> tree.put("moreForks", forks));
        tree.put("slowdown", comparison.slowdown());
        tree.put("alpha", comparison.alpha());
    }

    private static void putLocations(ObjectNode tree, Comparison comparison) {
        var locations = tree.putObject("locations");
        comparison.quantile().ifPresent(effect -> putEffect(locations.putObject("quantile"), effect));
        comparison.mean().ifPresent(effect -> putEffect(locations.putObject("mean"), effect));
        comparison.exact().ifPresent(exact -> locations
                .putObject("exact")
                .put("baseline", exact.baseline().value())
                .put("candidate", exact.candidate().value())
                .put("tolerance", exact.tolerance().value())
                .put("unit", exact.baseline().unit().symbol()));
    }

    private static void putTwoModes(ObjectNode tree, TwoModes modes) {
        putEffect(tree.putObject("lower"), modes.lower());
        putEffect(tree.putObject("higher"), modes.higher());
        putSides(tree.putObject("inHigher"), modes.inHigher());
        tree.put("pShares", modes.pShares());
    }

    private static void putSignificance(ObjectNode tree, Significance significance, Design design) {
        var isPaired = design == Design.PAIRED;
        put(tree, isPaired ? "pPaired" : "pWelch", significance.parametric());
        put(tree, isPaired ? "pSignedRank" : "pMannWhitney", significance.rank());
    }

    private static void putSides(ObjectNode tree, Sides sides) {
        tree.put("baseline", sides.baseline()).put("candidate", sides.candidate());
    }

    /** JSON knows no infinity and no NaN: a number that is not finite is absent. */
    private static void put(ObjectNode tree, String name, OptionalDouble number) {
        number.stream().filter(Double::isFinite).forEach(finite -> tree.put(name, finite));
    }
}
