package org.ringback.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.capture.wire.Endpoint;

class AddressesTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1:5060, 192.0.2.1, 5060",
        "192.0.2.1, 192.0.2.1, 0",
        "192.0.2.1.5060, 192.0.2.1, 5060",
        "192.0.2.1:[5060], 192.0.2.1, 5060",
        "192.0.2.1:99999, 192.0.2.1, 0",
        "pbx.example.com:5061, pbx.example.com, 5061",
        "[192.0.2.1]:5060, 192.0.2.1, 5060",
        "[2001:DB8:0:0:0:0:0:1]:5060, 2001:db8::1, 5060",
        "2001:db8::1.5060, 2001:db8::1, 5060",
        "2001:db8:0:1:1:1:1:1:5060, 2001:db8:0:1:1:1:1:1, 5060",
        "2001:db8::1, 2001:db8::1, 0",
        "[::]:5060, ::, 5060",
        "[::ffff:192.0.2.1]:5060, ::ffff:192.0.2.1, 5060",
        "[0:0:0:0:0:FFFF:C000:0201]:5060, ::ffff:192.0.2.1, 5060",
        "[2001:db8::192.0.2.1]:5060, 2001:db8::c000:201, 5060",
        "[fe80:0:0:1::]:5060, fe80:0:0:1::, 5060",
        "[1:0:0:2:0:0:0:3]:5060, 1:0:0:2::3, 5060",
        "192.0.2.1:5060:, 192.0.2.1, 5060",
        "pbx.example.com:, pbx.example.com, 0",
        "[2001:db8::1]:5060:, 2001:db8::1, 5060",
        "2001:db8::, 2001:db8::, 0",
    })
    void endpointsAsLogsWriteThem(String text, String host, int port) {
        assertThat(Addresses.endpoint(text)).isEqualTo(new Endpoint(host, port));
    }

    @ParameterizedTest
    @CsvSource({"''", "' '", "'<null>'", "'a b:1'", "':5060'"})
    void whatIsNoEndpoint(String text) {
        assertThat(Addresses.endpoint(text)).isEqualTo(Endpoint.UNKNOWN);
    }
}
