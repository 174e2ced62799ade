package dev.perfbudget.maven.paired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpecificationTest {

    @Test
    void every_form_is_read() throws MojoExecutionException {
        assertThat(Specification.parse("git:origin/main")).isEqualTo(new Specification.Git("origin/main"));
        assertThat(Specification.parse("git:HEAD~2")).isEqualTo(new Specification.Git("HEAD~2"));
        assertThat(Specification.parse("gav:com.acme:json:1.4.2"))
                .isEqualTo(new Specification.Version("com.acme:json", "1.4.2"));
        assertThat(Specification.parse("release:latest")).isEqualTo(new Specification.OwnRelease("*"));
        assertThat(Specification.parse("release:1.*")).isEqualTo(new Specification.OwnRelease("1.*"));
        assertThat(Specification.parse("release:com.acme:json"))
                .isEqualTo(new Specification.Release("com.acme:json", "*"));
        assertThat(Specification.parse("release:com.acme:json:latest"))
                .isEqualTo(new Specification.Release("com.acme:json", "*"));
        assertThat(Specification.parse("release:com.acme:json:2.*"))
                .isEqualTo(new Specification.Release("com.acme:json", "2.*"));
        assertThat(Specification.parse("dir: a , b.jar,"))
                .isEqualTo(new Specification.Directories(List.of("a", "b.jar")));
        assertThat(Specification.parse("self")).isEqualTo(new Specification.Self());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    main                | begins with none of [git, gav, release, dir, self]
                    svn:trunk           | begins with none of
                    git:                | names no commit, such as git:origin/main
                    git:--all           | names no commit
                    git:the main branch | names no commit
                    gav:com.acme:json   | is not gav:GROUP:ARTIFACT:VERSION
                    gav:com.acme::1     | is not gav:GROUP:ARTIFACT:VERSION
                    release:            | says nothing of a release
                    release:a:b:c:d     | says nothing of a release
                    dir:,               | names no folder and no jar
                    self:1.0            | says more than self
                    """)
    void anything_else_is_refused_with_the_forms_that_there_are(String text, String why) {
        assertThatThrownBy(() -> Specification.parse(text))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("perfbudget.baseline: [" + text + "] " + why)
                .hasMessageContaining("A baseline is one of git:REF, gav:GROUP:ARTIFACT:VERSION, release:latest");
    }
}
