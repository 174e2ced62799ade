package dev.perfbudget.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What docs/paired-ci.md offers to be copied can be read by those who are to read it. */
final class DocumentedPipelinesTest {

    private static final Path PAGE = Path.of("..", "docs", "paired-ci.md");
    private static final String MEASURES = "mvn -B -ntp verify .*\"-Dperfbudget.baseline=git:origin/";
    private static final Map<Character, Character> OPENED_BY = Map.of('}', '{', ')', '(', ']', '[');

    @Test
    void github_actions_checks_out_the_history_and_measures() throws IOException {
        var workflow = yaml(0);

        assertThat(workflow).containsKeys("name", "jobs");
        assertThat(workflow.toString())
                .contains("actions/checkout@", "fetch-depth=0", "perfbudget/baselines")
                .containsPattern(MEASURES);
    }

    @Test
    void github_actions_keeps_one_comment_up_to_date() throws Exception {
        var script = Pattern.compile("run: \\|\n((?: {10}.*\n)+)")
                .matcher(blocks("yaml").get(0));

        assertThat(yaml(0).toString()).contains("pull-requests=write", "GH_TOKEN=", "PULL_REQUEST=");
        assertThat(script.find()).isTrue();
        assertThat(script.group(1))
                .contains("head -n 1 target/perfbudget/comment.md", "body=@target/perfbudget/comment.md");
        var shell = new ProcessBuilder("sh", "-n", "-c", script.group(1))
                .redirectErrorStream(true)
                .start();
        assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(shell.waitFor()).isZero();
    }

    @Test
    void gitlab_ci_checks_out_the_history_and_measures() throws IOException {
        var jobs = yaml(1);

        assertThat(jobs.toString())
                .contains("GIT_DEPTH=0", ".cache/perfbudget/baselines")
                .containsPattern(MEASURES);
        assertThat(jobs)
                .extractingByKey("performance", MAP)
                .extractingByKey("script", LIST)
                .as("folded lines are one command")
                .hasSize(2);
    }

    @Test
    void a_jenkinsfile_closes_what_it_opens() throws IOException {
        var pipeline = blocks("groovy").get(0);

        assertThat(pipeline).startsWith("pipeline {").containsPattern(MEASURES);
        assertThat(unclosed(pipeline)).isEmpty();
    }

    @Test
    void an_unclosed_one_would_be_seen() {
        assertThat(unclosed("pipeline { sh 'a } b' ")).isEqualTo("{");
        assertThat(unclosed("pipeline { sh 'a b }")).isEqualTo("{'");
        assertThat(unclosed("pipeline ( }")).isEqualTo("(}");
        assertThat(unclosed("pipeline { sh(\"a\") }")).isEmpty();
    }

    private static Map<String, Object> yaml(int index) throws IOException {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new Yaml(new SafeConstructor(options)).load(blocks("yaml").get(index));
    }

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    /** What is open at the end: brackets and quotes; a bracket that closes another kind stays too. */
    private static String unclosed(String text) {
        var open = new ArrayDeque<Character>();
        for (var i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            var isQuoted = !open.isEmpty() && "'\"".indexOf(open.peekLast()) >= 0;
            if (isQuoted ? character == open.peekLast() : closes(character, open)) {
                open.removeLast();
            } else if (!isQuoted && "{([})]'\"".indexOf(character) >= 0) {
                open.addLast(character);
            }
        }
        return open.stream().map(String::valueOf).reduce("", String::concat);
    }

    private static boolean closes(char character, ArrayDeque<Character> open) {
        return !open.isEmpty() && open.peekLast().equals(OPENED_BY.get(character));
    }
}
