package dev.perfbudget.protocol;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/** Where children connect: a loopback port, and a token so that no stranger on the machine is taken for a child. */
public final class LinkServer implements Closeable {

    /** Environment variable with the address of the runner's or test JVM's server, read by the child. */
    public static final String ADDRESS_VARIABLE = "PERFBUDGET_LINK";

    private static final int TOKEN_BYTES = 16;

    private final ServerSocket socket;
    private final String token;

    /** Opens a port that the system chooses. */
    public LinkServer() throws IOException {
        socket = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        var random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        token = HexFormat.of().formatHex(random);
    }

    /** What a child needs to connect: {@code port:token}. */
    public String address() {
        return socket.getLocalPort() + ":" + token;
    }

    /**
     * Waits for the next child; strangers are turned away.
     *
     * @throws java.net.SocketTimeoutException if none comes in time
     */
    public Link accept(Duration atMost) throws IOException {
        var deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            var left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            socket.setSoTimeout(Math.toIntExact(Math.max(1, left)));
            var visitor = socket.accept();
            var child = welcomed(visitor);
            if (child.isPresent()) {
                return child.get();
            }
            visitor.close();
        }
    }

    private Optional<Link> welcomed(Socket visitor) {
        try {
            visitor.setSoTimeout(5_000);
            var presented = visitor.getInputStream().readNBytes(2 * TOKEN_BYTES);
            if (!MessageDigest.isEqual(presented, tokenBytes(token))) {
                return Optional.empty();
            }
            // A child may be as slow as its machine.
            visitor.setSoTimeout(0);
            return Optional.of(Link.open(visitor));
        } catch (IOException rude) {
            // Somebody who connects and stays silent, or leaves half-way, is no child of ours.
            return Optional.empty();
        }
    }

    static byte[] tokenBytes(String token) {
        return token.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
