package org.ringback.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Users and hosts as they stand in From and To. */
class IdentityTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<sip:alice@example.com>;tag=1 | alice | example.com",
                "\"Alice <the first>\" <sips:alice@example.com:5061;transport=tls>;tag=1 | alice | example.com:5061",
                "\"a \\\" b\" <sip:alice@[2001:db8::1]:5060> | alice | [2001:db8::1]:5060",
                "Alice <sip:+4930123;phone-context=de@example.com?x=y> | +4930123 | example.com",
                "sip:alice@example.com;tag=1 | alice | example.com",
                "sip:alice:secret@example.com | alice | example.com",
                "<sip:jörg@example.com> | jörg | example.com",
                "<sip:example.com> | `` | example.com",
                "<tel:+4930123;phone-context=x> | +4930123 | ``",
                "<sip:alice@ | alice | ``",
                "junk | `` | ``",
                "\"open | `` | ``",
                "`` | `` | ``"
            })
    void readsWhateverStandsThere(String header, String user, String host) {
        assertThat(Identity.of(header)).isEqualTo(new Identity(user, host));
    }
}
