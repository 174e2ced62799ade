package dev.perfbudget.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StudentTTest {

    /** SciPy 1.17.1: {@code t.isf(p, f)}; both stop at some 11 digits. */
    @ParameterizedTest
    @CsvSource({
        "1e-06, 2.5, 220.17342917823686",
        "1e-06, 3, 103.29946778041935",
        "1e-06, 4, 41.577854150450975",
        "1e-06, 8, 12.109834665556214",
        "1e-06, 9.7, 10.009700080647013",
        "1e-06, 18, 6.868638173932599",
        "1e-06, 58, 5.282776657800743",
        "1e-06, 1000, 4.781608620458351",
        "0.001, 2.5, 13.822193110865964",
        "0.001, 3, 10.214531852407385",
        "0.001, 4, 7.1731822197823085",
        "0.001, 8, 4.500790933723724",
        "0.001, 9.7, 4.185452311891723",
        "0.001, 18, 3.610484884825093",
        "0.001, 58, 3.2367953388866746",
        "0.001, 1000, 3.0984021639129233",
        "0.005, 2.5, 7.163728138948786",
        "0.005, 3, 5.840909309733357",
        "0.005, 4, 4.604094871349993",
        "0.005, 8, 3.3553873313333953",
        "0.005, 9.7, 3.191361258571774",
        "0.005, 18, 2.878440472738608",
        "0.005, 58, 2.663286953537659",
        "0.005, 1000, 2.580754698065951",
        "0.01, 2.5, 5.353111173030874",
        "0.01, 3, 4.5407028585681335",
        "0.01, 4, 3.746947387979197",
        "0.01, 8, 2.8964594477096224",
        "0.01, 9.7, 2.779617065453108",
        "0.01, 18, 2.552379630182251",
        "0.01, 58, 2.3923774753936806",
        "0.01, 1000, 2.330082674755513",
        "0.2, 2.5, 1.0101638747222506",
        "0.2, 3, 0.9784723123633038",
        "0.2, 4, 0.9409645772351811",
        "0.2, 8, 0.8888895177670199",
        "0.2, 9.7, 0.8802637637247674",
        "0.2, 18, 0.8620486679895987",
        "0.2, 58, 0.8478624671030337",
        "0.2, 1000, 0.8419808221624284",
        "0.9, 2.5, -1.7302509288071766",
        "0.9, 3, -1.637744353696209",
        "0.9, 4, -1.533206274058944",
        "0.9, 8, -1.3968153097438654",
        "0.9, 9.7, -1.3751860970261598",
        "0.9, 18, -1.3303909435699093",
        "0.9, 58, -1.2963188904044196",
        "0.9, 1000, -1.2823987214609247"
    })
    void quantiles_are_those_of_scipy(double probability, double freedom, double t) {
        assertThat(StudentT.exceededBy(probability, freedom)).isCloseTo(t, within(1e-10 * Math.abs(t)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.4, 1, 1.7, 2, 2.01, 2.5, 3, 4.2, 8, 11.9, 58, 1e4, 1e8, Double.POSITIVE_INFINITY})
    void what_is_exceeded_is_exceeded_as_often_as_asked(double freedom) {
        for (var probability = 1e-9; probability < 1; probability = Math.min(probability * 1.7, probability + 0.05)) {
            var back = TDistribution.of(freedom).survivalProbability(StudentT.exceededBy(probability, freedom));
            assertThat(back).isCloseTo(probability, within(1e-7 * probability));
        }
    }

    @Test
    void half_exceeds_zero() {
        assertThat(StudentT.exceededBy(0.5, 7)).isCloseTo(0, within(1e-12));
    }
}
