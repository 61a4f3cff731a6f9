package org.ringback.network;

import org.ringback.capture.payload.Packet;
import org.ringback.capture.payload.Witness;

/** Sees what happens to the packets, connections and names of one file. Nothing is allocated for what shows nothing. */
public final class NetworkWitness implements Witness {

    private final Gathered gathered;
    private final IcmpReader icmp;
    private final DnsReader dns;
    private final TcpReader tcp;
    private final WebSocketReader webSockets;

    /**
     * Looks at a file.
     *
     * @param file its index in the order given
     * @param offset what is to be added to each time, in microseconds
     */
    public NetworkWitness(int file, long offset) {
        gathered = new Gathered(file, offset);
        icmp = new IcmpReader(gathered);
        dns = new DnsReader(gathered);
        tcp = new TcpReader(gathered);
        webSockets = new WebSocketReader(gathered);
    }

    @Override
    public void datagram(Packet packet, long from, long to) {
        tcp.passes(packet.time);
        dns.read(packet, from, to);
    }

    @Override
    public void icmp(Packet packet, long from, long to) {
        icmp.read(packet, from, to);
    }

    @Override
    public void segment(Packet packet, long from, long data, long to) {
        dns.segment(packet, data, to);
        tcp.read(packet, from, data, to);
        webSockets.segment(packet, data, to);
    }

    @Override
    public void repeated(Packet packet, int end, long size) {
        tcp.repeated(packet, end, size);
    }

    @Override
    public void end(long last) {
        tcp.passes(last);
        tcp.end();
        dns.end();
    }

    /** How many events were seen and not kept. */
    public long omitted() {
        return gathered.omitted();
    }

    /** What was seen so far; any thread may ask, also while the file is read. */
    public NetworkEvents events() {
        return gathered.told();
    }
}
