package org.ringback.sip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NameAddrTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "sip:a@b",
                " sip:a@b;tag=1",
                "<sip:a@b>;tag=1",
                "\"A <x> \\\"B\" < sip:a:secret@b:5070;lr?x=y > ;tag=1",
                "A B <sip:%61@[::1]>",
                "<sip:a@b",
                "\"A <sip:a@b>",
                "<>",
                "< ",
                "Ä <tel:+1;phone-context=x>",
                "sip:a@b ; tag=1",
            })
    void readsTheUriAloneAsWithTheRest(String value) {
        assertThat(NameAddr.uri(value)).isEqualTo(NameAddr.of(value).uri());
    }
}
