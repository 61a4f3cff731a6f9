package org.ringback.sound.srtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CryptoAttributeTest {

    /** The key of the example in RFC 4568, section 4. */
    private static final String KEY = "d0RmdmcmVCspeEc3QGZiNWpVLFJhQX1cfHAwJSoj";

    private static final String SUITE = "1 AES_CM_128_HMAC_SHA1_80 ";

    @Test
    void readsTheExampleOfRfc4568() {
        CryptoAttribute read =
                CryptoAttribute.of(SUITE + "inline:" + KEY + "|2^20|1:4").orElseThrow();

        assertThat(read.tag()).isEqualTo(1);
        assertThat(read.suite()).isEqualTo(CryptoSuite.AES_CM_128_HMAC_SHA1_80);
        assertThat(read.keys()).singleElement().satisfies(key -> {
            assertThat(key.key()).isEqualTo("wDfvg&T+)xG7@fb5".getBytes(StandardCharsets.US_ASCII));
            assertThat(key.salt()).hasSize(14);
            assertThat(key.nameLength()).isEqualTo(4);
        });
    }

    @Test
    void readsSeveralKeysInOneLine() {
        CryptoAttribute read = CryptoAttribute.of(SUITE + "inline:" + KEY + "|2^20|1:4;inline:" + KEY + "|1048576|2:4")
                .orElseThrow();

        assertThat(read.keys()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"inline:%s", "INLINE:%s|2^31", "inline:%s|1:1", "inline:%s WSH=64"})
    void lifetimeAndNameMayBeLeftOut(String parameters) {
        assertThat(CryptoAttribute.of(SUITE + parameters.formatted(KEY))).isPresent();
    }

    @Test
    void eachSuiteWantsKeysOfItsOwnLength() {
        String of256 = Base64.getEncoder().encodeToString(new byte[44]);

        assertThat(CryptoAttribute.of("2 AEAD_AES_256_GCM inline:" + of256)).isPresent();
        assertThat(CryptoAttribute.of("2 AEAD_AES_256_GCM inline:" + KEY)).isEmpty();
        assertThat(CryptoAttribute.of("2 AES_CM_128_HMAC_SHA1_32 inline:" + of256))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1 AES_CM_128_HMAC_SHA1_80",
                "x AES_CM_128_HMAC_SHA1_80 inline:d0RmdmcmVCspeEc3QGZiNWpVLFJhQX1cfHAwJSoj",
                "1 F8_128_HMAC_SHA1_80 inline:d0RmdmcmVCspeEc3QGZiNWpVLFJhQX1cfHAwJSoj",
                "1 AES_CM_128_HMAC_SHA1_80 inline:d0RmdmcmVCspeEc3QGZiNWpVLFJhQX1cfHAwJSo",
                "1 AES_CM_128_HMAC_SHA1_80 inline:d0RmdmcmVCspeEc3QGZiNWpVLFJhQX1cfHAwJSoj|2^20|1:999",
                "1 AES_CM_128_HMAC_SHA1_80 uri:d0RmdmcmVCspeEc3QGZiNWpVLFJhQX1cfHAwJSoj",
            })
    void damagedAndUnknownLinesGiveNothing(String value) {
        assertThat(CryptoAttribute.of(value)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"KDR=2", "UNENCRYPTED_SRTP", "UNAUTHENTICATED_SRTP", "FEC_ORDER=FEC_SRTP", "-other"})
    void whatProtectsInAnotherWayIsNotTried(String parameter) {
        assertThat(CryptoAttribute.of(SUITE + "inline:" + KEY + " " + parameter))
                .isEmpty();
    }

    @Test
    void keysGetIntoNoMessage() {
        CryptoAttribute read = CryptoAttribute.of(SUITE + "inline:" + KEY).orElseThrow();

        assertThat(read.toString()).contains("AES_CM_128").doesNotContain(KEY.substring(0, 8), "wDfvg", "119, 68");
    }

    @Test
    void anyTextIsReadOrNot() {
        SplittableRandom random = new SplittableRandom(4568);
        String letters = "1 \tAES_CM_128_HMAC_SHA1_80inline:|;^2=+/dRm";
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(SUITE + "inline:" + KEY + "|2^20|1:4");
            for (int change = random.nextInt(3); change >= 0; change--) {
                text.setCharAt(random.nextInt(text.length()), letters.charAt(random.nextInt(letters.length())));
            }
            read += CryptoAttribute.of(text.toString()).isPresent() ? 1 : 0;
        }
        assertThat(read).isBetween(1000, 19_000);
    }
}
