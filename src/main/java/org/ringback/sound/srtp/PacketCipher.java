package org.ringback.sound.srtp;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;

/** Opens packets with the keys of one stream, if their tags fit. */
final class PacketCipher {

    private static final int BLOCK = 16;

    private final CryptoSuite suite;
    private final SessionKeys keys;
    private final int nameLength;
    private final Cipher cipher;
    private final Mac mac;

    PacketCipher(CryptoSuite suite, SessionKeys keys, int nameLength) throws GeneralSecurityException {
        this.suite = suite;
        this.keys = keys;
        this.nameLength = nameLength;
        cipher = Cipher.getInstance(suite.isAead() ? "AES/GCM/NoPadding" : "AES/CTR/NoPadding");
        mac = Mac.getInstance("HmacSHA1");
        mac.init(keys.authentication());
    }

    /**
     * The clear payload.
     *
     * @param rollOver how often the sequence number began anew before this packet
     * @return empty if the tag does not fit
     */
    Optional<byte[]> open(ProtectedPacket packet, int rollOver) throws GeneralSecurityException {
        int content = packet.bytes().length - nameLength - suite.tagLength();
        if (content < packet.headerLength()) {
            return Optional.empty();
        }
        return suite.isAead() ? openAead(packet, rollOver) : openCounted(packet, rollOver, content);
    }

    /** RFC 3711, sections 4.1.1 and 4.2.1: the tag stands behind the name of the key, which it does not cover. */
    private Optional<byte[]> openCounted(ProtectedPacket packet, int rollOver, int content)
            throws GeneralSecurityException {
        byte[] bytes = packet.bytes();
        mac.update(bytes, 0, content);
        mac.update(ByteBuffer.allocate(4).putInt(rollOver).array());
        byte[] expected = Arrays.copyOf(mac.doFinal(), suite.tagLength());
        byte[] tag = Arrays.copyOfRange(bytes, content + nameLength, bytes.length);
        if (!MessageDigest.isEqual(expected, tag)) {
            return Optional.empty();
        }
        ByteBuffer counter = ByteBuffer.allocate(BLOCK)
                .putInt(4, packet.source())
                .putInt(8, rollOver)
                .putShort(12, (short) packet.sequence());
        cipher.init(Cipher.DECRYPT_MODE, keys.cipher(), new IvParameterSpec(salted(counter.array())));
        int header = packet.headerLength();
        return Optional.of(cipher.doFinal(bytes, header, content - header));
    }

    /** RFC 7714, sections 8.1 and 9: the header is covered as it is, and the name of the key stands behind the tag. */
    private Optional<byte[]> openAead(ProtectedPacket packet, int rollOver) throws GeneralSecurityException {
        byte[] bytes = packet.bytes();
        ByteBuffer nonce = ByteBuffer.allocate(suite.saltLength())
                .putInt(2, packet.source())
                .putInt(6, rollOver)
                .putShort(10, (short) packet.sequence());
        var parameters = new GCMParameterSpec(8 * suite.tagLength(), salted(nonce.array()));
        cipher.init(Cipher.DECRYPT_MODE, keys.cipher(), parameters);
        int header = packet.headerLength();
        cipher.updateAAD(bytes, 0, header);
        try {
            return Optional.of(cipher.doFinal(bytes, header, bytes.length - nameLength - header));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        }
    }

    private byte[] salted(byte[] counter) {
        for (int i = 0; i < keys.salt().length; i++) {
            counter[i] ^= keys.salt()[i];
        }
        return counter;
    }
}
