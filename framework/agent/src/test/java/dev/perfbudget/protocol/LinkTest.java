package dev.perfbudget.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perfbudget.protocol.FromFork.IterationEnded;
import dev.perfbudget.protocol.FromFork.Latency;
import dev.perfbudget.protocol.FromHost.HostReady;
import dev.perfbudget.protocol.ToHost.Effort;
import dev.perfbudget.protocol.ToHost.RunFork;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openjdk.jmh.runner.options.TimeValue;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class LinkTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private LinkServer server;

    @BeforeEach
    void open() throws Exception {
        server = new LinkServer();
    }

    @AfterEach
    void close() throws Exception {
        server.close();
    }

    @Test
    void messages_travel_both_ways_as_equal_values() throws Exception {
        var command =
                new RunFork("1", new BenchmarkKey("a.B.c", "avgt", Map.of("ä", "ö")), new Effort.Fixed(1, 2, 3, 4, 5));
        var ended = new IterationEnded(
                true,
                0,
                1,
                2,
                Double.NaN,
                "ns/op",
                3,
                List.of(new Secondary("s", 1, "#")),
                List.of(new Latency(1, 2)),
                Map.of("cpu", 4L));
        connected((parent, child) -> {
            parent.send(command);
            child.send(ended);

            assertThat(child.receive()).contains(command);
            assertThat(parent.receive()).contains(ended);
        });
    }

    @Test
    void messages_sent_by_several_threads_arrive_whole() throws Exception {
        connected((parent, child) -> {
            var senders = IntStream.range(0, 4)
                    .mapToObj(sender -> CompletableFuture.runAsync(() -> sendMany(child, sender)))
                    .toArray(CompletableFuture<?>[]::new);

            var received = new ArrayList<Message>();
            for (int i = 0; i < 4 * 250; i++) {
                received.add(parent.receive().orElseThrow());
            }

            CompletableFuture.allOf(senders).join();
            assertThat(received).doesNotHaveDuplicates().hasOnlyElementsOfType(HostReady.class);
        });
    }

    @Test
    void the_end_of_the_stream_is_empty() throws Exception {
        connected((parent, child) -> {
            child.close();

            assertThat(parent.receive()).isEmpty();
        });
    }

    @Test
    void a_link_that_was_closed_here_is_empty_too() throws Exception {
        connected((parent, child) -> {
            var waiting = CompletableFuture.supplyAsync(() -> received(parent));
            parent.close();

            assertThat(waiting.join()).isEqualTo("empty");
        });
    }

    @Test
    void a_stranger_with_another_token_is_turned_away_and_the_child_still_comes() throws Exception {
        var port = server.address().substring(0, server.address().indexOf(':'));
        try (var stranger = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port))) {
            stranger.getOutputStream().write("0".repeat(32).getBytes(StandardCharsets.US_ASCII));

            connected((parent, child) -> {
                child.send(new HostReady(1, "1.37", Map.of()));
                assertThat(parent.receive()).contains(new HostReady(1, "1.37", Map.of()));
            });

            assertThat(stranger.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void a_stranger_that_leaves_at_once_keeps_nobody_out() throws Exception {
        var port = server.address().substring(0, server.address().indexOf(':'));
        new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port)).close();

        connected((parent, child) -> {
            child.send(new HostReady(2, "1.37", Map.of()));
            assertThat(parent.receive()).contains(new HostReady(2, "1.37", Map.of()));
        });
    }

    @Test
    void a_stranger_that_says_too_little_keeps_nobody_out() throws Exception {
        var port = server.address().substring(0, server.address().indexOf(':'));
        try (var stranger = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port))) {
            stranger.getOutputStream().write(1);

            connected((parent, child) -> {
                child.send(new HostReady(3, "1.37", Map.of()));
                assertThat(parent.receive()).contains(new HostReady(3, "1.37", Map.of()));
            });
        }
    }

    @Test
    void nobody_in_time_is_a_time_out() {
        assertThatThrownBy(() -> server.accept(Duration.ofMillis(1))).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void other_classes_than_ours_and_the_jdks_are_refused() throws Exception {
        refuses(TimeValue.NONE);
    }

    @Test
    void a_foreign_object_within_the_jdks_is_refused_as_well() throws Exception {
        refuses(new ArrayList<>(List.of(TimeValue.NONE)));
    }

    private void refuses(Object object) throws Exception {
        var address = server.address();
        var token = address.substring(address.indexOf(':') + 1);
        var accepted = CompletableFuture.supplyAsync(this::accept);
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(address, 0, address.indexOf(':'), 10))) {
            socket.getOutputStream().write(token.getBytes(StandardCharsets.US_ASCII));
            var out = new ObjectOutputStream(new BufferedOutputStream(socket.getOutputStream()));
            out.writeObject(object);
            out.flush();
            try (var parent = accepted.join()) {
                assertThatThrownBy(parent::receive)
                        .isInstanceOf(InvalidClassException.class)
                        .hasMessageContaining("REJECTED");
            }
        }
    }

    private void connected(Conversation conversation) throws Exception {
        var accepted = CompletableFuture.supplyAsync(this::accept);
        try (var child = Link.connect(server.address());
                var parent = accepted.join()) {
            conversation.between(parent, child);
        }
    }

    private Link accept() {
        try {
            return server.accept(PATIENCE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String received(Link link) {
        try {
            return link.receive().map(Object::toString).orElse("empty");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void sendMany(Link link, int sender) {
        try {
            for (int i = 0; i < 250; i++) {
                link.send(new HostReady(sender * 1000L + i, "x".repeat(i), Map.of()));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private interface Conversation {
        void between(Link parent, Link child) throws Exception;
    }
}
