package org.ringback.sound.srtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringback.BesideOthers;

@BesideOthers
class SecureStreamTest {

    /** RFC 3711, appendix B.3, and RFC 6188, section 7.2: master key and salt. */
    private static final String KEY_128 = "e1f97a0d3e018be0d64fa32c06de41390ec675ad498afeebb6960b3aabe6";

    private static final String KEY_256 =
            "f0f04914b513f2763a1b1fa130f10e2998f6f6e43e4309d1e622a0e332b9f1b63b04803de51ee7c96423ab5b78d2";

    private static final String HEADER = "800f1234decafbadcafebabe";
    private static final byte[] CLEAR = hex("ab".repeat(16));

    private static final String CAESAR = "8040f17b8041f8d35501a0b2";
    private static final String GALLIA = "Gallia est omnis divisa in partes tres";
    private static final String QUID_PRO_QUO = "517569642070726f2071756f";

    @Test
    void derivesTheKeysOfRfc3711() throws Exception {
        SessionKeys keys = SessionKeys.of(master(CryptoSuite.AES_CM_128_HMAC_SHA1_80, KEY_128));

        assertThat(keys.cipher().getEncoded()).isEqualTo(hex("c61e7a93744f39ee10734afe3ff7a087"));
        assertThat(keys.salt()).isEqualTo(hex("30cbbc08863d8c85d49db34a9ae1"));
        assertThat(keys.authentication().getEncoded()).isEqualTo(hex("cebe321f6ff7716b6fd4ab49af256a156d38baa4"));
    }

    @Test
    void derivesTheKeysOfRfc6188() throws Exception {
        SessionKeys keys = SessionKeys.of(master(CryptoSuite.AES_256_CM_HMAC_SHA1_80, KEY_256));

        assertThat(keys.cipher().getEncoded())
                .isEqualTo(hex("5ba1064e30ec51613cad926c5a28ef731ec7fb397f70a960653caf06554cd8c4"));
        assertThat(keys.salt()).isEqualTo(hex("fa31791685ca444a9e07c6c64e93"));
        assertThat(keys.authentication().getEncoded()).isEqualTo(hex("fd9c32d39ed5fbb5a9dc96b30818454d1313dc05"));
    }

    @Test
    void opensWhatOthersProtectedWithEachLengthOfKeyAndTag() {
        String short128 = HEADER + "4e55dc4ce79978d88ca4d215949d2402";
        String short256 = HEADER + "f1d9de17ff251ff1aa007774b0b4b40d";

        assertThat(payload(CryptoSuite.AES_CM_128_HMAC_SHA1_80, KEY_128, short128 + "b78d6acc99ea179b8dbb"))
                .isEqualTo(CLEAR);
        assertThat(payload(CryptoSuite.AES_CM_128_HMAC_SHA1_32, KEY_128, short128 + "b78d6acc"))
                .isEqualTo(CLEAR);
        assertThat(payload(CryptoSuite.AES_256_CM_HMAC_SHA1_80, KEY_256, short256 + "a08d9d9a5b3a55d8873b"))
                .isEqualTo(CLEAR);
        assertThat(payload(CryptoSuite.AES_256_CM_HMAC_SHA1_32, KEY_256, short256 + "a08d9d9a"))
                .isEqualTo(CLEAR);
    }

    @Test
    void opensWhatOthersProtectedWithGcmAndDerivedKeys() {
        String key = "000102030405060708090a0b0c0d0e0fa0a1a2a3a4a5a6a7a8a9aaab";
        String packet = HEADER + "c5002ede04cfdd2eb91159e0880aa06ed2976826f796b201df3131a127e8a392";

        assertThat(payload(CryptoSuite.AEAD_AES_128_GCM, key, packet)).isEqualTo(CLEAR);
    }

    @Test
    void opensThePacketsOfRfc7714() throws Exception {
        String of128 = "f24de3a3fb34de6cacba861c9d7e4bcabe633bd50d294e6f42a5f47a51c7d19b36de3adf8833"
                + "899d7f27beb16a9152cf765ee4390cce";
        String of256 = "32b1de78a822fe12ef9f78fa332e33aab18012389a58e2f3b50b2a0276ffae0f1ba63799b87b"
                + "7aa3db36dfffd6b0f9bb7878d7a76c13";
        String key = "000102030405060708090a0b0c0d0e0f";

        assertThat(gallia(CryptoSuite.AEAD_AES_128_GCM, key, of128)).isEqualTo(GALLIA);
        assertThat(gallia(CryptoSuite.AEAD_AES_256_GCM, key + "101112131415161718191a1b1c1d1e1f", of256))
                .isEqualTo(GALLIA);
    }

    private static String gallia(CryptoSuite suite, String key, String content) throws Exception {
        var aes = new SecretKeySpec(hex(key), "AES");
        var keys = new SessionKeys(aes, new SecretKeySpec(new byte[20], "HmacSHA1"), hex(QUID_PRO_QUO));
        byte[] clear = new PacketCipher(suite, keys, 0)
                .open(ProtectedPacket.of(hex(CAESAR + content)).orElseThrow(), 0)
                .orElseThrow();
        return new String(clear, StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @EnumSource(CryptoSuite.class)
    void theTagSaysWhichOfSeveralKeysIsRight(CryptoSuite suite) {
        var right = new Sender(suite, 3);
        SecureStream stream =
                SecureStream.of(List.of(new Sender(suite, 1).master(), new Sender(suite, 2).master(), right.master()));

        Opened opened = stream.open(right.protect(1, 0, CLEAR));

        assertThat(opened).isInstanceOfSatisfying(Opened.Clear.class, clear -> {
            assertThat(clear.key()).isEqualTo(2);
            assertThat(clear.payload()).isEqualTo(CLEAR);
        });
    }

    @ParameterizedTest
    @EnumSource(CryptoSuite.class)
    void aPacketOfWhichOneBitWasChangedStaysClosed(CryptoSuite suite) {
        var sender = new Sender(suite, 1);
        byte[] packet = sender.protect(7, 0, CLEAR);
        for (int bit = 16; bit < 8 * packet.length; bit += 5) {
            byte[] changed = packet.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);

            assertThat(SecureStream.of(List.of(sender.master())).open(changed))
                    .as("bit " + bit)
                    .isInstanceOf(Opened.Closed.class);
        }
    }

    @ParameterizedTest
    @EnumSource(CryptoSuite.class)
    void goesOnWhenTheSequenceNumberBeginsAnew(CryptoSuite suite) {
        var sender = new Sender(suite, 1);
        SecureStream stream = SecureStream.of(List.of(sender.master()));
        long begin = 65_530;
        for (long number = begin; number < begin + 140_000; number += number % 1000 == 0 ? 20_000 : 500) {
            assertThat(stream.open(sender.protect((int) (number & 0xFFFF), (int) (number >> 16), CLEAR)))
                    .as("packet " + number)
                    .isInstanceOf(Opened.Clear.class);
        }
    }

    @Test
    void aStragglerFromBeforeTheNewBeginningIsOpened() {
        var sender = new Sender(CryptoSuite.AES_CM_128_HMAC_SHA1_80, 1);
        SecureStream stream = SecureStream.of(List.of(sender.master()));
        stream.open(sender.protect(65_535, 0, CLEAR));
        stream.open(sender.protect(2, 1, CLEAR));

        assertThat(stream.open(sender.protect(65_534, 0, CLEAR))).isInstanceOf(Opened.Clear.class);
        assertThat(stream.open(sender.protect(3, 1, CLEAR))).isInstanceOf(Opened.Clear.class);
    }

    @Test
    void aCaptureThatBeginsInTheMiddleOfACallIsOpened() {
        var sender = new Sender(CryptoSuite.AEAD_AES_256_GCM, 1);

        assertThat(SecureStream.of(List.of(sender.master())).open(sender.protect(17, 5, CLEAR)))
                .isInstanceOf(Opened.Clear.class);
        assertThat(SecureStream.of(List.of(sender.master())).open(sender.protect(17, 17, CLEAR)))
                .isEqualTo(Opened.Closed.NO_KEY_FITS);
    }

    @Test
    void anotherKeyMayTakeOverInTheMiddle() {
        var before = new Sender(CryptoSuite.AES_CM_128_HMAC_SHA1_32, 1);
        var after = new Sender(CryptoSuite.AES_CM_128_HMAC_SHA1_32, 2);
        SecureStream stream = SecureStream.of(List.of(before.master(), after.master()));
        stream.open(before.protect(1, 0, CLEAR));

        assertThat(stream.open(after.protect(2, 0, CLEAR)))
                .isInstanceOfSatisfying(
                        Opened.Clear.class, clear -> assertThat(clear.key()).isEqualTo(1));
    }

    @ParameterizedTest
    @EnumSource(CryptoSuite.class)
    void theNameOfTheKeyIsNoPartOfThePayload(CryptoSuite suite) {
        var sender = new Sender(suite, 1, 4);

        assertThat(SecureStream.of(List.of(sender.master())).open(sender.protect(1, 0, CLEAR)))
                .isInstanceOfSatisfying(
                        Opened.Clear.class, clear -> assertThat(clear.payload()).isEqualTo(CLEAR));
    }

    @Test
    void headersWithSourcesAndExtensionsAndPaddingAreTakenOff() {
        var sender = new Sender(CryptoSuite.AES_CM_128_HMAC_SHA1_80, 1);
        ByteBuffer header = ByteBuffer.allocate(12 + 8 + 8)
                .put((byte) 0xB2)
                .put((byte) 0)
                .putShort((short) 9)
                .putInt(160)
                .putInt(0xCAFE)
                .putLong(0)
                .putShort((short) 0xBEDE)
                .putShort((short) 1)
                .putInt(0);
        byte[] padded = Arrays.copyOf(CLEAR, CLEAR.length + 4);
        padded[padded.length - 1] = 4;

        assertThat(SecureStream.of(List.of(sender.master())).open(sender.protect(header.array(), 0, padded)))
                .isInstanceOfSatisfying(
                        Opened.Clear.class, clear -> assertThat(clear.payload()).isEqualTo(CLEAR));
    }

    @Test
    void anyBytesStayClosed() {
        SplittableRandom random = new SplittableRandom(3711);
        SecureStream stream = SecureStream.of(List.of(
                new Sender(CryptoSuite.AES_CM_128_HMAC_SHA1_80, 1).master(),
                new Sender(CryptoSuite.AEAD_AES_128_GCM, 1).master(),
                new Sender(CryptoSuite.AEAD_AES_256_GCM, 1, 128).master()));
        for (int i = 0; i < 3000; i++) {
            byte[] bytes = new byte[random.nextInt(80)];
            random.nextBytes(bytes);
            if (bytes.length > 0 && i % 2 == 0) {
                bytes[0] = (byte) (0x80 | (bytes[0] & 0x3F));
            }
            assertThat(stream.open(bytes)).isInstanceOf(Opened.Closed.class);
        }
    }

    @Test
    void whatIsTooShortIsNoRtp() {
        SecureStream stream = SecureStream.of(List.of(master(CryptoSuite.AES_CM_128_HMAC_SHA1_80, KEY_128)));

        assertThat(stream.open(hex("800f1234decafbadcafeba"))).isEqualTo(Opened.Closed.NO_RTP);
        assertThat(stream.open(hex("400f1234decafbadcafebabe"))).isEqualTo(Opened.Closed.NO_RTP);
        assertThat(stream.open(hex(HEADER))).isEqualTo(Opened.Closed.NO_KEY_FITS);
    }

    private static byte[] payload(CryptoSuite suite, String key, String packet) {
        Opened opened = SecureStream.of(List.of(master(suite, key))).open(hex(packet));
        return opened instanceof Opened.Clear clear ? clear.payload() : new byte[0];
    }

    private static MasterKey master(CryptoSuite suite, String key) {
        return MasterKey.of(suite, hex(key), 0).orElseThrow();
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
