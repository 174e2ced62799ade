package dev.perfbudget.runner.host;

import dev.perfbudget.protocol.FromFork;
import dev.perfbudget.protocol.FromHost;
import dev.perfbudget.protocol.Link;

/** What reaches the runner about one host and its forks, in the order of arrival. */
sealed interface HostEvent {

    /** The host connected; what it is told from now on goes through the link. */
    record HostConnected(Link link, FromHost.HostReady ready) implements HostEvent {}

    /** The host said something. */
    record HostSaid(FromHost message) implements HostEvent {}

    /** The host's end of the link is closed, or its process has ended. */
    record HostGone() implements HostEvent {}

    /** A fork of the host said something; it can be answered through the link. */
    record ForkSaid(long pid, Link link, FromFork message) implements HostEvent {}

    /** The fork's end of the link is closed. */
    record ForkGone(long pid) implements HostEvent {}

    /** Somebody wants no more of this. */
    record Cancelled(String reason) implements HostEvent {}
}
