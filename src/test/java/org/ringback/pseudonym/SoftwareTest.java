package org.ringback.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What software says it is stays, and what it says of anybody besides does not. */
class SoftwareTest {

    private static String rewritten(String text) {
        var pseudonyms = new Pseudonyms(RandomGenerator.of("L64X128MixRandom"), Likeness.EXACT);
        var texts = new FreeText(pseudonyms, new Uris(pseudonyms));
        texts.software(text);
        pseudonyms.complete();
        return texts.software(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Asterisk PBX 20.5.0",
                "Asterisk PBX 11.7.0~dfsg-1ubuntu1",
                "Yealink SIP-T46S 66.86.0.15",
                "FPBX-15.0.15.1(13.22.0)",
                "kamailio (5.6.3 (x86_64/linux))",
                "Linphone/3.6.1 (eXosip2/4.1.0)",
                "Grandstream GXP2160 1.0.9.135",
                "snom760/8.9.3.80",
                "CUCM12.5",
                "X-Lite release 1103m",
                "Zoiper rv2.10.3.2",
                "baresip v1.0.0 (x86_64/linux)",
                "PolycomVVX-VVX_410-UA/5.9.0.9373",
                "FreeSWITCH-mod_sofia/1.10.10"
            })
    void productsAndTheirVersionsStay(String text) {
        assertThat(rewritten(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "Yealink SIP-T46S 66.84.0.15 001565123456, 001565123456",
        "Yealink SIP-T46S 66.84.0.15 805e0cab12cd, 805e0c",
        "Yealink SIP-T46S 66.84.0.15 80:5e:0c:ab:12:cd, 0c:ab",
        "Asterisk PBX 84.17.33.5, 84.17",
        "Asterisk PBX 10.1.2.3, 10.1.2",
        "FPBX-84.17.33.5, 84.17",
        "Asterisk pbx7.acme.internal, acme",
        "Cisco-CP8845 SEP0015651A1B1C, 1A1B",
        "Asterisk PBX Acme Muenchen, uenchen",
        "Phone serial 30451177882, 30451177882",
        "Phone of room 4711, 4711",
        "Phone 48.137154, 48.137",
        "Mueller's phone, ueller"
    })
    void whatIsNoProductDoesNot(String text, String gone) {
        assertThat(rewritten(text)).doesNotContain(gone);
    }
}
