package org.ringback.sound.srtp;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Opens the packets of one source, in the order in which they came, with whichever of several keys fits. That a tag fits
 * proves the key, and how often the sequence number has begun anew: a capture may begin in the middle of a call, when nobody
 * tells.
 */
public final class SecureStream {

    /** How often a sequence number may have begun anew before the first packet that was captured: for about six hours of talk. */
    private static final int MOST_ROLL_OVERS = 16;

    /** How many packets are tried with all that may have been before; then it is no longer worth it. */
    private static final int TRIES = 100;

    private final List<PacketCipher> ciphers;

    private int right = -1;
    private int rollOver;
    private int highest;
    private int tried;

    private SecureStream(List<PacketCipher> ciphers) {
        this.ciphers = ciphers;
    }

    /** A stream that one of these keys protects. */
    public static SecureStream of(List<MasterKey> keys) {
        List<PacketCipher> ciphers = new ArrayList<>();
        try {
            for (MasterKey key : keys) {
                ciphers.add(new PacketCipher(key.suite(), SessionKeys.of(key), key.nameLength()));
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES and HMAC-SHA1", e);
        }
        return new SecureStream(ciphers);
    }

    /** Opens a packet: the bytes of RTP from the first of its header to the last of its tag. */
    public Opened open(byte[] bytes) {
        Optional<ProtectedPacket> packet = ProtectedPacket.of(bytes);
        if (packet.isEmpty()) {
            return Opened.Closed.NO_RTP;
        }
        try {
            Optional<Opened> clear = right < 0 ? first(packet.get()) : next(packet.get());
            return clear.orElse(Opened.Closed.NO_KEY_FITS);
        } catch (GeneralSecurityException e) {
            // Keys and lengths were looked at before; what is left is that the bytes cannot be what they seem.
            return Opened.Closed.NO_KEY_FITS;
        }
    }

    private Optional<Opened> first(ProtectedPacket packet) throws GeneralSecurityException {
        int most = tried < TRIES ? MOST_ROLL_OVERS : 0;
        tried++;
        for (int before = 0; before <= most; before++) {
            for (int key = 0; key < ciphers.size(); key++) {
                Optional<Opened> clear = open(packet, key, before);
                if (clear.isPresent()) {
                    return clear;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Opened> next(ProtectedPacket packet) throws GeneralSecurityException {
        int guess = guess(packet.sequence());
        Optional<Opened> clear = open(packet, right, guess);
        for (int key = 0; key < ciphers.size() && clear.isEmpty(); key++) {
            if (key != right) {
                clear = open(packet, key, guess);
            }
        }
        return clear;
    }

    /** RFC 3711, section 3.3.1 and appendix A: of three that are possible, the one that makes the smallest leap. */
    private int guess(int sequence) {
        int half = 1 << 15;
        if (highest < half) {
            return sequence - highest > half ? Math.max(0, rollOver - 1) : rollOver;
        }
        return highest - half > sequence ? rollOver + 1 : rollOver;
    }

    private Optional<Opened> open(ProtectedPacket packet, int key, int guess) throws GeneralSecurityException {
        Optional<byte[]> payload = ciphers.get(key).open(packet, guess);
        if (payload.isPresent()) {
            if (right < 0 || guess > rollOver || (guess == rollOver && packet.sequence() > highest)) {
                rollOver = guess;
                highest = packet.sequence();
            }
            right = key;
        }
        return payload.map(clear -> new Opened.Clear(packet.withoutPadding(clear), key));
    }
}
