package org.ringback.sound.srtp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.SplittableRandom;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;

/** Protects packets as the standards say, to see that they are opened. */
final class Sender {

    private static final int SOURCE = 0xCAFE;

    private final CryptoSuite suite;
    private final MasterKey master;

    Sender(CryptoSuite suite, int seed) {
        this(suite, seed, 0);
    }

    Sender(CryptoSuite suite, int seed, int nameLength) {
        this.suite = suite;
        byte[] key = new byte[suite.keyLength() + suite.saltLength()];
        new SplittableRandom(seed).nextBytes(key);
        master = MasterKey.of(suite, key, nameLength).orElseThrow();
    }

    MasterKey master() {
        return master;
    }

    byte[] protect(int sequence, int rollOver, byte[] payload) {
        ByteBuffer header = ByteBuffer.allocate(12)
                .putShort((short) 0x8000)
                .putShort((short) sequence)
                .putInt(160 * sequence)
                .putInt(SOURCE);
        return protect(header.array(), rollOver, payload);
    }

    byte[] protect(byte[] header, int rollOver, byte[] payload) {
        try {
            return suite.isAead() ? aead(header, rollOver, payload) : counted(header, rollOver, payload);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private byte[] counted(byte[] header, int rollOver, byte[] payload) throws GeneralSecurityException {
        SessionKeys keys = SessionKeys.of(master);
        byte[] counter = salted(keys, 16, 4, header, rollOver);
        Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, keys.cipher(), new IvParameterSpec(counter));
        byte[] encrypted = cipher.doFinal(payload);
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(keys.authentication());
        mac.update(header);
        mac.update(encrypted);
        byte[] tag = mac.doFinal(ByteBuffer.allocate(4).putInt(rollOver).array());
        return joined(header, encrypted, new byte[master.nameLength()], Arrays.copyOf(tag, suite.tagLength()));
    }

    private byte[] aead(byte[] header, int rollOver, byte[] payload) throws GeneralSecurityException {
        SessionKeys keys = SessionKeys.of(master);
        byte[] nonce = salted(keys, 12, 2, header, rollOver);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, keys.cipher(), new GCMParameterSpec(128, nonce));
        cipher.updateAAD(header);
        return joined(header, cipher.doFinal(payload), new byte[master.nameLength()]);
    }

    private static byte[] salted(SessionKeys keys, int length, int source, byte[] header, int rollOver) {
        ByteBuffer fields = ByteBuffer.wrap(header);
        byte[] counter = ByteBuffer.allocate(length)
                .putInt(source, fields.getInt(8))
                .putInt(source + 4, rollOver)
                .putShort(source + 8, fields.getShort(2))
                .array();
        for (int i = 0; i < keys.salt().length; i++) {
            counter[i] ^= keys.salt()[i];
        }
        return counter;
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
