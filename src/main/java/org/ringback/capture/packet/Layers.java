package org.ringback.capture.packet;

import org.ringback.capture.payload.Buffers;
import org.ringback.capture.payload.Bytes;
import org.ringback.capture.payload.Hep;
import org.ringback.capture.payload.Output;
import org.ringback.capture.payload.Packet;
import org.ringback.capture.payload.SipDatagram;
import org.ringback.capture.payload.Tunnel;
import org.ringback.capture.payload.Witness;
import org.ringback.capture.stream.Tcp;
import org.ringback.capture.wire.Limits;

/** Knows which layer reads what lies inside another one; packets nest in tunnels to any depth up to {@link Limits#LAYERS}. */
public final class Layers {

    public static final int IPV4 = 0x0800;
    static final int IPV6 = 0x86DD;

    final Output output;
    final Witness witness;
    private final PlainMedia plain;
    private final LinkLayer linkLayer;
    private final EtherTypes etherTypes;
    private final Ipv4 ipv4;
    private final Ipv6 ipv6;
    private final Udp udp;
    private final Tcp tcp;
    private final Sctp sctp;
    private final Gre gre;
    private final Fragments fragments;

    public Layers(Output output, Buffers buffers) {
        this(output, buffers, Witness.BLIND);
    }

    /** @param witness sees what is no message */
    public Layers(Output output, Buffers buffers, Witness witness) {
        this.output = output;
        this.witness = witness;
        plain = new PlainMedia(this);
        etherTypes = new EtherTypes(this);
        linkLayer = new LinkLayer(this, etherTypes);
        var datagram = new SipDatagram(output);
        fragments = new Fragments(this, buffers, datagram);
        ipv4 = new Ipv4(this, fragments);
        ipv6 = new Ipv6(this, fragments);
        var hep = new Hep(output, buffers);
        udp = new Udp(this, datagram, hep);
        tcp = new Tcp(output, hep, buffers, witness);
        sctp = new Sctp(datagram, output, buffers);
        gre = new Gre(this);
    }

    /** A packet of a file, from its outermost layer. */
    public void packet(Packet packet, int linkType, long from, long to) {
        packet.layers = 0;
        packet.addresses.tunnels = 0;
        if (!plain.read(packet, linkType, from, to)) {
            linkLayer.read(packet, linkType, from, to);
        }
    }

    /**
     * All packets were read: what still waits for others will not get them.
     *
     * @param last when the last one was captured
     */
    public void end(long last) {
        fragments.end();
        tcp.end();
        sctp.end();
        witness.end(last);
    }

    void ethernet(Packet packet, long from, long to) {
        if (enter(packet)) {
            linkLayer.ethernet(packet, from, to);
        }
    }

    void ppp(Packet packet, long from, long to) {
        if (enter(packet)) {
            linkLayer.ppp(packet, from, to);
        }
    }

    void etherType(Packet packet, int type, long from, long to) {
        if (enter(packet)) {
            etherTypes.read(packet, type, from, to);
        }
    }

    void ipv4(Packet packet, long from, long to) {
        if (enter(packet)) {
            ipv4.read(packet, from, to);
        }
    }

    void ipv6(Packet packet, long from, long to) {
        if (enter(packet)) {
            ipv6.read(packet, from, to);
        }
    }

    /** Of the version that its first four bits say. */
    public void ip(Packet packet, long from, long to) {
        if (from < to) {
            switch (Bytes.u8(packet.bytes, from) >>> 4) {
                case 4 -> ipv4(packet, from, to);
                case 6 -> ipv6(packet, from, to);
                default -> {}
            }
        }
    }

    /** What lies inside IP, by its protocol number. What ICMP quotes was sent before, and is no message. */
    public void transport(Packet packet, int protocol, long from, long to) {
        switch (protocol) {
            case 17 -> udp.read(packet, from, to);
            case 6 -> tcp.read(packet, from, to);
            case 132 -> sctp.read(packet, from, to);
            case 1, 58 -> witness.icmp(packet, from, to);
            case 4 -> {
                packet.enterTunnel(Tunnel.IP_IN_IP);
                ipv4(packet, from, to);
            }
            case 41 -> {
                packet.enterTunnel(Tunnel.IP_IN_IP);
                ipv6(packet, from, to);
            }
            case 47 -> gre.read(packet, from, to);
            default -> {}
        }
    }

    /** What lay in fragments; its bytes begin at 0. */
    void reassembled(Packet packet, int protocol, long length) {
        if (enter(packet)) {
            if (packet.addresses.ipv6) {
                ipv6.reassembled(packet, protocol, 0, length);
            } else {
                transport(packet, protocol, 0, length);
            }
        }
    }

    private boolean enter(Packet packet) {
        if (++packet.layers > Limits.LAYERS) {
            output.limit(packet.frame, "LAYERS");
            return false;
        }
        return true;
    }
}
