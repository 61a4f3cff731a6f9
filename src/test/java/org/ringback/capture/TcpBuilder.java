package org.ringback.capture;

import static org.ringback.capture.PacketBuilder.ethernet;
import static org.ringback.capture.PacketBuilder.ipv4;

/** Packets of one TCP connection from a client to a server; positions are counted from the first byte of data. */
final class TcpBuilder {

    static final int FIN = 1;
    static final int SYN = 2;
    static final int RST = 4;
    static final int ACK = 16;

    private final PcapBuilder file;
    private final int clientStart;
    private final int serverStart;

    TcpBuilder(PcapBuilder file) {
        this(file, 1000, 5000);
    }

    TcpBuilder(PcapBuilder file, int clientStart, int serverStart) {
        this.file = file;
        this.clientStart = clientStart;
        this.serverStart = serverStart;
    }

    TcpBuilder handshake() {
        client(clientStart - 1, 0, SYN, new byte[0]);
        server(serverStart - 1, clientStart, SYN | ACK, new byte[0]);
        client(clientStart, serverStart, ACK, new byte[0]);
        return this;
    }

    TcpBuilder fromClient(int position, byte[] data) {
        client(clientStart + position, serverStart, ACK, data);
        return this;
    }

    TcpBuilder fromServer(int position, byte[] data) {
        server(serverStart + position, clientStart, ACK, data);
        return this;
    }

    TcpBuilder clientFlags(int position, int flags) {
        client(clientStart + position, serverStart, flags, new byte[0]);
        return this;
    }

    TcpBuilder serverAcknowledges(int position) {
        server(serverStart, clientStart + position, ACK, new byte[0]);
        return this;
    }

    static byte[] segment(
            int sourcePort,
            int destinationPort,
            boolean client,
            int sequence,
            int acknowledged,
            int flags,
            byte[] data) {
        int from = client ? PacketBuilder.SOURCE : PacketBuilder.DESTINATION;
        int to = client ? PacketBuilder.DESTINATION : PacketBuilder.SOURCE;
        byte[] tcp = PacketBuilder.tcp(sourcePort, destinationPort, sequence, acknowledged, flags, data);
        return ethernet(0x0800, ipv4(6, from, to, 0, 0, new byte[0], tcp));
    }

    private void client(int sequence, int acknowledged, int flags, byte[] data) {
        file.add(segment(40_000, 5060, true, sequence, acknowledged, flags, data));
    }

    private void server(int sequence, int acknowledged, int flags, byte[] data) {
        file.add(segment(5060, 40_000, false, sequence, acknowledged, flags, data));
    }
}
