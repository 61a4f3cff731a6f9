package org.ringback.sip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SipUriTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        sip:alice@atlanta.com                       | sip  | alice   | ''     | atlanta.com   | 0
        SIPS:alice:secret@atlanta.com:5061;lr       | SIPS | alice   | secret | atlanta.com   | 5061
        sip:atlanta.com                             | sip  | ''      | ''     | atlanta.com   | 0
        sip:a@[2001:db8::1]:5060                    | sip  | a       | ''     | [2001:db8::1] | 5060
        sip:[2001:db8::1]                           | sip  | ''      | ''     | [2001:db8::1] | 0
        sip:a;b?c@d:99999                           | sip  | a;b?c   | ''     | d             | 0
        sip:a@b:x                                   | sip  | a       | ''     | b             | 0
        sip:b?Replaces=x@y                          | sip  | b?Replaces=x | '' | y            | 0
        tel:+1-201-555-0123;phone-context=x         | tel  | +1-201-555-0123 | '' | ''        | 0
        mailto:a@b                                  | mailto | ''    | ''     | ''            | 0
        alice@atlanta.com                           | ''   | ''      | ''     | ''            | 0
        :                                           | ''   | ''      | ''     | ''            | 0
        sip:                                        | sip  | ''      | ''     | ''            | 0
        sip:@                                       | sip  | ''      | ''     | ''            | 0
        """)
    void takesApart(String text, String scheme, String user, String password, String host, int port) {
        SipUri uri = SipUri.of(text);
        assertThat(uri.scheme()).isEqualTo(scheme);
        assertThat(uri.user()).isEqualTo(user);
        assertThat(uri.password()).isEqualTo(password);
        assertThat(uri.host()).isEqualTo(host);
        assertThat(uri.port()).isEqualTo(port);
    }

    @Test
    void readsParametersAndHeaders() {
        SipUri uri = SipUri.of("sip:a@b;lr;Transport=TCP;x=?Replaces=1%40c%3Bto-tag%3D2&Subject=");
        assertThat(uri.parameters().has("LR")).isTrue();
        assertThat(uri.parameters().value("lr")).isEmpty();
        assertThat(uri.parameters().value("x")).contains("");
        assertThat(uri.transport()).contains("TCP");
        assertThat(uri.headers()).hasSize(2);
        assertThat(SipUri.unescaped(uri.headers().getFirst().value())).isEqualTo("1@c;to-tag=2");
        assertThat(SipUri.unescaped("%zz%4")).isEqualTo("%zz%4");
        assertThat(SipUri.unescaped("%D1%80")).isEqualTo("\u0440");
    }
}
