package dev.perfbudget.protocol;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Optional;

/**
 * One end of a connection between two of our processes. Sending is safe from several threads; receiving is for one.
 */
public final class Link implements Closeable {

    private static final ObjectInputFilter OURS_AND_THE_JDKS =
            ObjectInputFilter.Config.createFilter("maxdepth=20;dev.perfbudget.protocol.*;java.base/*;!*");

    private final Socket socket;
    private final ObjectOutputStream out;
    private final ObjectInputStream in;

    private Link(Socket socket, ObjectOutputStream out, ObjectInputStream in) {
        this.socket = socket;
        this.out = out;
        this.in = in;
    }

    /** Connects to the parent at an address made by {@link LinkServer#address()}. */
    public static Link connect(String address) throws IOException {
        var colon = address.indexOf(':');
        var socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(address, 0, colon, 10));
        socket.getOutputStream().write(LinkServer.tokenBytes(address.substring(colon + 1)));
        return open(socket);
    }

    static Link open(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        var out = new ObjectOutputStream(new BufferedOutputStream(socket.getOutputStream()));
        out.flush();
        var in = new ObjectInputStream(new BufferedInputStream(socket.getInputStream()));
        in.setObjectInputFilter(OURS_AND_THE_JDKS);
        return new Link(socket, out, in);
    }

    /** Sends one message at once. */
    public void send(Message message) throws IOException {
        synchronized (out) {
            out.writeUnshared(message);
            // Without it the stream would keep every message of a long run alive.
            out.reset();
            out.flush();
        }
    }

    /** The next message, or empty when the other side is gone. */
    public Optional<Message> receive() throws IOException {
        try {
            return Optional.of((Message) in.readUnshared());
        } catch (EOFException | SocketException gone) {
            return Optional.empty();
        } catch (ClassNotFoundException unknown) {
            throw new IOException("The other process speaks another version of PerfBudget: " + unknown, unknown);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
