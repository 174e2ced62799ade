package dev.perfbudget.runner.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.perfbudget.protocol.ChildEnvironment;
import dev.perfbudget.protocol.Side;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostCommandTest {

    private static final String JAVA_HOME = System.getProperty("java.home");

    @TempDir
    private Path directory;

    @Test
    void a_class_path_of_100_kb_with_blanks_quotes_and_backslashes_arrives_as_it_is() throws Exception {
        var classPath = Stream.concat(
                        Stream.of(System.getProperty("java.class.path"), "/a b/it's \"quoted\"", "/back\\slash"),
                        IntStream.range(0, 2_000)
                                .mapToObj(number -> "/some/rather/long/folder/of/jars/" + number + ".jar"))
                .toList();

        assertThat(seenByChild(classPath, Map.of())).contains("class path " + String.join(":", classPath));
    }

    @Test
    void a_class_path_with_umlauts_arrives_as_it_is() throws Exception {
        assumeTrue(System.getProperty("sun.jnu.encoding").equals("UTF-8"), "This locale cannot say umlauts");
        var classPath = List.of(System.getProperty("java.class.path"), "/home/M\u00fcller/it's.jar");

        assertThat(seenByChild(classPath, Map.of("LC_ALL", "C.UTF-8")))
                .contains("class path " + String.join(":", classPath));
    }

    @Test
    void there_is_no_jvm_argument_that_forks_would_inherit() throws Exception {
        assertThat(seenByChild(List.of(System.getProperty("java.class.path")), Map.of()))
                .contains("arguments []");
    }

    @Test
    void variables_with_jvm_options_do_not_reach_the_child() throws Exception {
        var parent = Map.of("JAVA_TOOL_OPTIONS", "-Dinjected=true", "PATH", "/bin");

        assertThat(seenByChild(List.of(System.getProperty("java.class.path")), parent))
                .contains("arguments []", "variables [PATH, PERFBUDGET_LINK]");
    }

    private String seenByChild(List<String> classPath, Map<String, String> parent) throws Exception {
        var side = new Side(JAVA_HOME, classPath, directory.toString());
        var file = Files.createDirectories(directory.resolve("with blanks")).resolve("host.args");
        var builder = new HostCommand(side, ChildEnvironment.of(parent)).builder(file, "1:token");
        Files.writeString(file, Files.readString(file).replace(HostCommand.MAIN_CLASS, Mirror.class.getName()));
        var child = builder.start();
        var output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).as(output).isZero();
        return output;
    }

    /** Says how it was started. */
    static final class Mirror {

        private Mirror() {}

        public static void main(String[] arguments) throws IOException {
            System.out.println("class path " + System.getProperty("java.class.path"));
            System.out.println(
                    "arguments " + ManagementFactory.getRuntimeMXBean().getInputArguments());
            System.out.println(
                    "variables " + System.getenv().keySet().stream().sorted().toList());
        }
    }
}
