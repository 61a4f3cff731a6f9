package org.ringback.sound.srtp;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The keys of one stream, made of a master key that is never changed (RFC 3711, section 4.3, at a rate of 0). */
@SuppressWarnings("ArrayRecordComponent")
record SessionKeys(SecretKeySpec cipher, SecretKeySpec authentication, byte[] salt) {

    private static final int AUTHENTICATION = 20;
    private static final int BLOCK = 16;

    /** Where the label stands in the salt, counted from its beginning (RFC 3711, section 4.3.1). */
    private static final int LABEL = 7;

    static SessionKeys of(MasterKey master) throws GeneralSecurityException {
        CryptoSuite suite = master.suite();
        return new SessionKeys(
                new SecretKeySpec(derived(master, 0, suite.keyLength()), "AES"),
                new SecretKeySpec(derived(master, 1, AUTHENTICATION), "HmacSHA1"),
                derived(master, 2, suite.saltLength()));
    }

    /** What AES in counter mode makes of zeros (RFC 3711, section 4.3.3); shorter salts end in zeros (RFC 7714, section 11). */
    private static byte[] derived(MasterKey master, int label, int length) throws GeneralSecurityException {
        byte[] counter = Arrays.copyOf(master.salt(), BLOCK);
        counter[LABEL] ^= (byte) label;
        Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(master.key(), "AES"), new IvParameterSpec(counter));
        return cipher.doFinal(new byte[length]);
    }
}
