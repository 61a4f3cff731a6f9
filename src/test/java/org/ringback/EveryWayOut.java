package org.ringback;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Objects;

/** A program that makes every kind of socket that Java has, and asks for a name: so that a guard proves that it would see one. */
public final class EveryWayOut {

    /** What it tries, by the class that a trace of the attempt names. */
    static final List<String> KINDS = List.of(
            "java.net.Socket.",
            "java.net.ServerSocket.",
            "java.net.DatagramSocket.",
            "java.nio.channels.SocketChannel.",
            "java.nio.channels.ServerSocketChannel.",
            "java.nio.channels.DatagramChannel.",
            "java.nio.channels.AsynchronousSocketChannel.",
            "java.nio.channels.AsynchronousServerSocketChannel.");

    private EveryWayOut() {}

    public static void main(String[] arguments) throws IOException {
        // Nothing leaves the machine: none of them is connected.
        try (var socket = new Socket();
                var server = new ServerSocket(0);
                var datagrams = new DatagramSocket();
                var channel = SocketChannel.open();
                var serverChannel = ServerSocketChannel.open();
                var datagramChannel = DatagramChannel.open();
                var asynchronous = AsynchronousSocketChannel.open();
                var asynchronousServer = AsynchronousServerSocketChannel.open()) {
            socket.bind(null);
            List.of(server, datagrams, channel, serverChannel, datagramChannel, asynchronous, asynchronousServer)
                    .forEach(Objects::requireNonNull);
        }
        try {
            InetAddress.getAllByName("ringback.invalid");
        } catch (UnknownHostException e) {
            // As it must be.
        }
    }
}
